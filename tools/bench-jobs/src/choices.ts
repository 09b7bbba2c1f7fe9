import { parseArgs } from 'node:util';

export interface Choices {
  /** Where the figures are written besides. */
  readonly json: string | undefined;
}

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'string' } }, strict: true });
  return { json: values.json };
}
