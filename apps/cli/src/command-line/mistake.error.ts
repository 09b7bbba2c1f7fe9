/** What was asked cannot be done as it was asked. The message is the sentence the operator reads; exit code 2. */
export class Mistake extends Error {
  readonly code = 'MISTAKE';
}
