import type { ParsedMail } from '../parsed-mail';
import { headerValue } from './header';

/** Whether a mail came through a list (RFC 2919, 2369) or as bulk mail, and is no answer to us. */
export function isList(mail: ParsedMail): boolean {
  const isDistributed =
    LIST_HEADERS.some((name) => mail.headers.has(name)) || headerValue(mail, 'precedence') === 'list';
  if (isDistributed) return !isAnswerToUs(mail);
  if (mail.inReplyTo !== undefined) return false;
  // Gateways and mail services stamp whatever a person sends; an answer is no newsletter.
  if (mail.headers.has('list-unsubscribe')) return true;
  return (
    ['bulk', 'junk'].includes(headerValue(mail, 'precedence')) && !/^\s*(re|отв|ответ|aw|sv)\s*:/i.test(mail.subject)
  );
}

const LIST_HEADERS = ['list-id', 'list-post', 'mailing-list'] as const;

/** A colleague who answers from a shared mailbox that is a list writes to us by name, not to the list alone. */
function isAnswerToUs(mail: ParsedMail): boolean {
  if (mail.inReplyTo === undefined) return false;
  const delivered = DELIVERY_HEADERS.flatMap((name) => mail.headers.get(name) ?? []).map((value) =>
    value.toLowerCase(),
  );
  return [...mail.to, ...mail.cc].some(({ address }) => delivered.some((value) => value.includes(address)));
}

const DELIVERY_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'] as const;
