import type { ParsedMail } from '../parsed-mail';
import { headerValue } from './header';

/** Whether a mail came through a list (RFC 2919, 2369) or as bulk mail. */
export function isList(mail: ParsedMail): boolean {
  if (mail.headers.has('list-id') || mail.headers.has('list-post') || mail.headers.has('mailing-list')) return true;
  if (headerValue(mail, 'precedence') === 'list') return true;
  const isBulk = mail.headers.has('list-unsubscribe') || ['bulk', 'junk'].includes(headerValue(mail, 'precedence'));
  // Some mail services add an unsubscribe link to whatever a person sends; an answer to us is no newsletter.
  return isBulk && mail.inReplyTo === undefined;
}
