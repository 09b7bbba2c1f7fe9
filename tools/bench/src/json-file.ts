import { parseArgs } from 'node:util';

/** The file `--json FILE` names, if it is given; throws on any other argument. */
export function jsonFile(args: readonly string[]): string | undefined {
  return parseArgs({ args: [...args], options: { json: { type: 'string' } }, strict: true }).values.json;
}
