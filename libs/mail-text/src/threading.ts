import type { Mailbox, ParsedMail } from './parsed-mail';

/** The Message-IDs a mail answers: In-Reply-To, then References from the newest to the oldest, each once. */
export function threadIds(mail: Pick<ParsedMail, 'inReplyTo' | 'references'>): string[] {
  const newestFirst = [...mail.references].reverse();
  return [...new Set(mail.inReplyTo === undefined ? newestFirst : [mail.inReplyTo, ...newestFirst])];
}

/** The subject of an answer: the subject with exactly one `Re:`, whatever prefixes of answers and forwards it had. */
export function replySubject(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim();
  for (let prefix = REPLY_PREFIX.exec(rest); prefix; prefix = REPLY_PREFIX.exec(rest)) {
    rest = rest.slice(prefix[0].length).trimStart();
  }
  return `Re: ${rest}`.trimEnd();
}

/**
 * Conversation tokens a mail carries, each once: from a plus-address it was sent to (`sales+TOKEN@…`), then from
 * `[#TOKEN]` in the subject. A token is ten characters of lower-case base32.
 */
export function conversationTokens(mail: Pick<ParsedMail, 'to' | 'cc' | 'headers' | 'subject'>): string[] {
  const delivered = DELIVERY_HEADERS.flatMap((name) => mail.headers.get(name) ?? []);
  const addresses = [...[...mail.to, ...mail.cc].map((mailbox: Mailbox) => mailbox.address), ...delivered];
  const found = [
    ...addresses.flatMap((address) => [...address.toLowerCase().matchAll(/\+([a-z2-7]{10})@/g)]),
    ...mail.subject.toLowerCase().matchAll(/\[#([a-z2-7]{10})\]/g),
  ];
  return [...new Set(found.map((match) => match[1] ?? ''))];
}

/**
 * The Message-ID of our letter that bounced: of the letter the report sends back, else of the one it answers; undefined
 * when it tells neither.
 */
export function bouncedMessageId(
  mail: Pick<ParsedMail, 'structure' | 'text' | 'inReplyTo' | 'references'>,
): string | undefined {
  return (
    messageIdIn(mail.structure.enclosedMail ?? '') ??
    messageIdIn((mail.text ?? '').slice(0, RETURNED_TEXT)) ??
    threadIds(mail)[0]
  );
}

const REPLY_PREFIX =
  /^(re|aw|sv|antw|odp|vs|отв|ответ|ha|на|fwd?|wg|пересл)\s?(\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]/i;

const DELIVERY_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'] as const;

/** Reports without MIME put the letter into their text; it is never long. */
const RETURNED_TEXT = 256 * 1024;

function messageIdIn(headers: string): string | undefined {
  return /^[ \t>]{0,8}message-id:\s{0,8}(<[^<>\s]{1,500}>)/im.exec(headers)?.[1];
}
