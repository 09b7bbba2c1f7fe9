/** The code of a failed call, as Node and its libraries give it; '' when there is none. */
export function codeOf(error: unknown): string {
  const holds = typeof error === 'object' && error !== null && 'code' in error;
  return holds && typeof error.code === 'string' ? error.code : '';
}
