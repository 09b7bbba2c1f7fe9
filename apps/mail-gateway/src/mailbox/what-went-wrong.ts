/** What the mail server or the connection said, and what to do about it where that is known. */
export function whatWentWrong(error: unknown): string {
  const said = wordsOf(error);
  const isLogin = isRecord(error) && error['authenticationFailed'] === true;
  return isLogin ? `the server refused the login (${said}); correct the account's user or password` : said;
}

function wordsOf(error: unknown): string {
  if (!isRecord(error)) return String(error);
  const { responseText, message } = error;
  return typeof responseText === 'string' && responseText !== '' ? responseText : String(message);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
