import { parseArgs } from 'node:util';

export interface Choices {
  /** The folder whose mails are read instead of the project's own cases. */
  readonly corpus: string | undefined;
}

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' } }, strict: true });
  return { corpus: values.corpus };
}
