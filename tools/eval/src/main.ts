import { toPlainReading } from '@app/understanding/plain-reading';
import { readOffline } from '@app/understanding/read-offline';
import { errorWords } from '@app/runtime/error-words';
import { type LabelledMessage, readLabelledMessages } from '../../train/src/labelled-message';
import { choices } from './choices';
import { figuresOf, holds, WANTED } from './figures';
import { report } from './report';
import { toVerdict, type Verdict } from './verdict';

/** When and where the messages of the corpora were written. */
const NOW = new Date('2026-11-22T12:00:00+03:00');
const TIME_ZONE = 'Europe/Moscow';
/** The product setting `handOverBelow`, unless a product says otherwise. */
const SURE_FROM = 0.5;

/** Prints how well the offline engine reads labelled messages; the exit code is 1 when a wanted figure is missed. */
function evaluate(): void {
  const { corpus } = choices(process.argv.slice(2));
  const verdicts = readLabelledMessages(corpus).map(verdictOn);
  console.log(report(verdicts));
  const figures = figuresOf(verdicts);
  if (!WANTED.every((wanted) => holds(figures, wanted))) process.exitCode = 1;
}

function verdictOn(message: LabelledMessage): Verdict {
  const reading = readOffline(message.text, { now: NOW, timeZone: TIME_ZONE, ownAddresses: [] });
  return toVerdict(message, toPlainReading(reading, { timeZone: TIME_ZONE, sureFrom: SURE_FROM }));
}

try {
  evaluate();
} catch (error) {
  process.stderr.write(`Could not measure. ${errorWords(error)}\n`);
  process.exitCode = 2;
}
