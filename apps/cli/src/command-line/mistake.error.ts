import { inOneLine } from './in-one-line';

/** What was asked cannot be done as it was asked. The message is what the operator reads, a line for each sentence; exit code 2. */
export class Mistake extends Error {
  readonly code = 'MISTAKE';
  constructor(said: string | readonly string[], options?: ErrorOptions) {
    super([said].flat().map(inOneLine).join('\n'), options);
  }
}
