/** The message of whatever was thrown. Not by `instanceof`: an error of Node's own is foreign inside jest. */
export function messageOf(cause: unknown): string {
  const hasMessage = typeof cause === 'object' && cause !== null && 'message' in cause;
  return hasMessage && typeof cause.message === 'string' ? cause.message : String(cause);
}
