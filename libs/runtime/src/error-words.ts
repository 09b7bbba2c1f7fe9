/** What whatever was thrown says, for a log line or a sentence to the operator. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
