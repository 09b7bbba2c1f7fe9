import { parseArgs } from 'node:util';

export interface Choices {
  /** A file of labelled messages, one JSON object a line. */
  readonly corpus: string;
}

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' } }, strict: true });
  return { corpus: values.corpus ?? 'training/test.jsonl' };
}
