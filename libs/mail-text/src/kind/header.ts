import type { ParsedMail } from '../parsed-mail';

/** The first value of a header in lower case, without comments; '' when the mail has none. */
export function headerValue(mail: Pick<ParsedMail, 'headers'>, name: string): string {
  const value = mail.headers.get(name)?.[0] ?? '';
  return value
    .slice(0, 500)
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
}
