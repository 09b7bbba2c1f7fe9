import { parseArgs } from 'node:util';
import { isEndpoint } from '@app/runtime/config/is-endpoint';
import { type Engine, ENGINES } from '@app/runtime/model/engine';

export interface Choices {
  /** A file of labelled messages, one JSON object a line. */
  readonly corpus: string;
  readonly engine: Engine;
  /** The OpenAI-compatible endpoint of the model; '' for the offline engine. */
  readonly endpoint: string;
  /** The name the endpoint knows the model by. */
  readonly model: string;
}

const OPTIONS = {
  corpus: { type: 'string', default: 'training/test.jsonl' },
  engine: { type: 'string', default: 'offline' },
  endpoint: { type: 'string', default: '' },
  model: { type: 'string', default: 'default' },
} as const;

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
  const engine = ENGINES.find((known) => known === values.engine);
  if (!engine) throw new Error(`--engine must be one of ${ENGINES.join(', ')}.`);
  if (engine !== 'offline' && !isEndpoint(values.endpoint)) {
    throw new Error(`--engine ${engine} needs --endpoint, an http:// or https:// address.`);
  }
  return { ...values, engine };
}
