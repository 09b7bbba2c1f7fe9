import { usualDaysOff } from '@app/product/days-off';
import { detectLanguage } from '@app/understanding/detect-language';
import { SURE_FROM } from '@app/understanding/is-sure';
import { toPlainReading } from '@app/understanding/plain-reading';
import type { ReadingContext } from '@app/understanding/read-offline';
import { errorWords } from '@app/runtime/error-words';
import { readerOf } from '@app/runtime/model/engine';
import { readLabelledMessages } from '../../train/src/labelled-message';
import { choices } from './choices';
import { figuresOf, holds, WANTED } from './figures';
import { readAll } from './read-all';
import { report } from './report';
import { toVerdict } from './verdict';

/** When and where the messages of the corpora were written. */
const NOW = new Date('2026-11-22T12:00:00+03:00');
const TIME_ZONE = 'Europe/Moscow';

/** Prints how well an engine reads labelled messages; the exit code is 1 when a wanted figure is missed. */
async function evaluate(): Promise<void> {
  const { corpus, ...who } = choices(process.argv.slice(2));
  const messages = readLabelledMessages(corpus);
  const read = readerOf(who.engine, who);
  const readings = await readAll(
    messages.map(({ text }) => text),
    (text) => read(text, contextOf(text)),
  );
  const verdicts = readings.flatMap((reading, at) => {
    const message = messages[at];
    return message ? [toVerdict(message, toPlainReading(reading, { timeZone: TIME_ZONE, sureFrom: SURE_FROM }))] : [];
  });
  console.log(report(verdicts));
  const figures = figuresOf(verdicts);
  if (!WANTED.every((wanted) => holds(figures, wanted))) process.exitCode = 1;
}

function contextOf(text: string): ReadingContext {
  const daysOff = usualDaysOff(detectLanguage(text) ?? 'en', NOW, TIME_ZONE);
  return { now: NOW, timeZone: TIME_ZONE, ownAddresses: [], daysOff };
}

evaluate().catch((error: unknown) => {
  process.stderr.write(`Could not measure. ${errorWords(error)}\n`);
  process.exitCode = 2;
});
