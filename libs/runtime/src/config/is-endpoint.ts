/** Whether a setting is where an HTTP service is found: no user, no password, nothing behind its path. */
export function isEndpoint(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value) || /[?#\s]/.test(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
