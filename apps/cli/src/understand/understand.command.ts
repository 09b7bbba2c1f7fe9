import { createInterface } from 'node:readline';
import { Command, CommandRunner, Option } from 'nest-commander';
import type { PlainReading } from '@app/understanding/plain-reading';
import { oneOf } from '../arguments/one-of';
import { readTextInput } from '../arguments/read-input';
import { timeZone } from '../arguments/time-zone';
import { Mistake } from '../command-line/mistake.error';
import { readMoment } from '../simulate/read-moment';
import { answerBatchLine } from './answer-batch-line';
import type * as Reading from './understand';

interface Options {
  readonly batch?: boolean;
  readonly now?: string;
  readonly timeZone: string;
}

@Command({
  name: 'understand',
  arguments: '[text]',
  description: 'what a message wants, as JSON; the text comes as an argument or on standard input',
})
export class UnderstandCommand extends CommandRunner {
  async run([text]: string[], { batch, now, timeZone }: Options): Promise<void> {
    const at = now === undefined ? new Date() : readMoment(now, timeZone);
    const understand = (message: string): PlainReading => loadReading().understand(message, at, timeZone);
    if (!batch) return print(understand(text ?? (await readTextInput('-'))));
    if (text !== undefined) throw new Mistake('With --batch the texts come on standard input; leave the text out.');
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() !== '') await print(answerBatchLine(line, understand));
    }
  }

  @Option({ flags: '--batch', description: 'one JSON object a line in, {id, text}, and one out' })
  parseBatch(): boolean {
    return true;
  }

  @Option({ flags: '--now <moment>', description: 'when the message came, like 2026-11-22T12:00; now by default' })
  parseNow(given: string): string {
    return given;
  }

  @Option({
    flags: '--time-zone <zone>',
    description: "the contact's time zone, in which days begin",
    defaultValue: 'Europe/Moscow',
  })
  parseTimeZone(given: string): string {
    return timeZone('--time-zone', given);
  }

  @Option({ flags: '--engine <engine>', description: 'offline is the only one', defaultValue: 'offline' })
  parseEngine(given: string): string {
    return oneOf('--engine', ['offline'], given);
  }

  @Option({ flags: '--json', description: 'as it does anyway' })
  parseJson(): boolean {
    return true;
  }
}

/** Only this command needs the reader. */
function loadReading(): typeof Reading {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./understand') as typeof Reading;
}

/** Waits while the reader of our output is slower than we are. */
async function print(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
