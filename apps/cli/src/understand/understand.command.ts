import { createInterface } from 'node:readline';
import { Command, CommandRunner, Option } from 'nest-commander';
import { isEndpoint } from '@app/runtime/config/is-endpoint';
import type { Engine } from '@app/runtime/model/engine';
import { oneOf } from '../arguments/one-of';
import { readTextInput } from '../arguments/read-input';
import { timeZone } from '../arguments/time-zone';
import { Mistake } from '../command-line/mistake.error';
import { readMoment } from '../simulate/read-moment';
import { answerBatchLine } from './answer-batch-line';
import type * as Reading from './understand';

const ENGINES: readonly Engine[] = ['offline', 'model', 'both'];

interface Options {
  readonly batch?: boolean;
  readonly now?: string;
  readonly timeZone: string;
  readonly engine: Engine;
  readonly endpoint?: string;
  readonly model: string;
}

@Command({
  name: 'understand',
  arguments: '[text]',
  description: 'what a message wants, as JSON; the text comes as an argument or on standard input',
})
export class UnderstandCommand extends CommandRunner {
  async run([text]: string[], { batch, now, timeZone, engine, endpoint = '', model }: Options): Promise<void> {
    if (batch && text !== undefined) {
      throw new Mistake('With --batch the texts come on standard input; leave the text out.');
    }
    if (engine !== 'offline' && endpoint === '') throw new Mistake(`--engine ${engine} needs --endpoint.`);
    const at = now === undefined ? new Date() : readMoment(now, timeZone);
    const understand = loadReading().understandBy({ engine, endpoint, model, now: at, timeZone });
    if (!batch) return print(await understand(text ?? (await readTextInput('-'))));
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() !== '') await print(await answerBatchLine(line, understand));
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

  @Option({
    flags: '--engine <engine>',
    description: 'offline, model, or both: a model only for what the offline engine is not sure of',
    defaultValue: 'offline',
  })
  parseEngine(given: string): Engine {
    return oneOf('--engine', ENGINES, given);
  }

  @Option({ flags: '--endpoint <url>', description: 'the OpenAI-compatible endpoint that serves the model' })
  parseEndpoint(given: string): string {
    if (!isEndpoint(given)) throw new Mistake(`--endpoint must be an http:// or https:// address, not "${given}".`);
    return given;
  }

  @Option({
    flags: '--model <name>',
    description: 'the name the endpoint knows the model by; one that serves a single model takes any',
    defaultValue: 'default',
  })
  parseModel(given: string): string {
    return given;
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
