import {
  type AddressObject,
  type Attachment,
  type EmailAddress,
  type HeaderLines,
  type ParsedMail as MimeMail,
  simpleParser,
} from 'mailparser';
import {
  decodeHeaderBytes,
  isOfAnotherCyrillic,
  needsCharset,
  restoreCharset,
  withBinaryCharset,
} from './mend-charset';
import { MailUnreadableError } from './mail-unreadable.error';
import { parseDateHeader } from './parse-date-header';
import type { MailAttachment, Mailbox, MailStructure, ParsedMail } from './parsed-mail';

/**
 * Parses a raw RFC 5322 message. Undeclared and wrongly declared Cyrillic charsets are recognised; whatever can be
 * read of a damaged mail is given. Throws MailUnreadableError when the MIME parser itself fails.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const bytes = decodeHeaderBytes(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  try {
    return toParsedMail(await mimeMail(bytes));
  } catch (cause) {
    throw new MailUnreadableError(raw.byteLength, cause);
  }
}

async function mimeMail(bytes: Buffer): Promise<MimeMail> {
  const mail = await parse(bytes, { skipTextToHtml: !isMixture(bytes) });
  if (!needsCharset(mail.text ?? '') && !needsCharset(mail.html || '')) return mail;

  const trustsNone = isOfAnotherCyrillic(mail.text ?? '') || isOfAnotherCyrillic(mail.html || '');
  const again = await parse(withBinaryCharset(bytes, { trustsNone }), { skipTextToHtml: !isMixture(bytes) });
  return {
    ...again,
    ...(again.text === undefined ? {} : { text: restoreCharset(again.text) }),
    ...(again.html === undefined ? {} : { html: again.html && restoreCharset(again.html) }),
  };
}

function parse(bytes: Buffer, options: { readonly skipTextToHtml: boolean }): Promise<MimeMail> {
  const settings = {
    ...options,
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextLinks: true,
    skipImageLinks: true,
    // An enclosed mail is not the sender's text: it stays a part of its own.
    ignoreEmbedded: true,
  };
  return simpleParser(bytes, settings);
}

/**
 * Text and HTML parts that are not alternatives of one another have an order, and only the HTML the parser
 * can make of both keeps it. It is slow to make, so only these mails pay for it.
 */
function isMixture(bytes: Buffer): boolean {
  const source = bytes.toString('latin1');
  return (
    /^content-type:\s*text\/html/im.test(source) &&
    /^content-type:\s*text\/plain/im.test(source) &&
    !/multipart\/alternative/i.test(source)
  );
}

function toParsedMail(mail: MimeMail): ParsedMail {
  const headers = rawHeaders(mail.headerLines);
  const mixed = mail.text !== undefined && mail.textAsHtml !== undefined && mail.textAsHtml !== '' && !!mail.html;
  return {
    from: mailboxes(mail.from)[0],
    to: mailboxes(mail.to),
    cc: mailboxes(mail.cc),
    replyTo: mailboxes(mail.replyTo),
    subject: typeof mail.subject === 'string' ? mail.subject : '',
    messageId: messageIds(headers.get('message-id'))[0],
    inReplyTo: messageIds(headers.get('in-reply-to'))[0],
    references: messageIds(headers.get('references')),
    date: parseDateHeader(headers.get('date')?.[0] ?? ''),
    headers,
    text: mixed ? undefined : mail.text,
    html: mail.html || undefined,
    attachments: mail.attachments.map(attachment),
    structure: structure(mail, headers),
  };
}

function rawHeaders(lines: HeaderLines): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = unfold(utf8(line.slice(line.indexOf(':') + 1)));
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  return headers;
}

function unfold(value: string): string {
  return value.replace(/\r?\n[ \t]?/g, ' ').trim();
}

/** The parser hands header lines over as one character per byte. */
function utf8(binary: string): string {
  return Buffer.from(binary, 'binary').toString('utf8');
}

function mailboxes(header: AddressObject | AddressObject[] | undefined): Mailbox[] {
  const lists = header === undefined ? [] : Array.isArray(header) ? header : [header];
  return lists.flatMap((list) => list.value).flatMap(membersOf);
}

function membersOf(entry: EmailAddress): Mailbox[] {
  if (entry.group) return entry.group.flatMap(membersOf);
  return entry.address ? [{ address: entry.address.toLowerCase(), name: entry.name }] : [];
}

function messageIds(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .join(' ')
    .split(/[\s,<>]+/)
    .filter((id) => id !== '')
    .map((id) => `<${id}>`);
}

function attachment(part: Attachment): MailAttachment {
  return {
    name: part.filename ?? '',
    contentType: part.contentType.toLowerCase(),
    size: part.content.byteLength,
    content: part.content,
    inline: part.related === true || part.contentDisposition === 'inline',
  };
}

function structure(mail: MimeMail, headers: ReadonlyMap<string, readonly string[]>): MailStructure {
  const contentType = headers.get('content-type')?.[0] ?? 'text/plain';
  const part = (type: RegExp) => mail.attachments.find((candidate) => type.test(candidate.contentType));
  const calendar = mail.attachments.find(
    (candidate) =>
      candidate.contentType.toLowerCase() === 'text/calendar' && candidate.contentDisposition !== 'attachment',
  );
  return {
    contentType: (contentType.split(';')[0] ?? '').trim().toLowerCase(),
    reportType: /report-type\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase(),
    calendarMethod: calendar && /^METHOD[^:\r\n]*:\s*(\w+)/im.exec(beginning(calendar))?.[1]?.toUpperCase(),
    calendar: opened(calendar),
    deliveryStatus: opened(part(/^message\/(global-)?delivery-status$/i)),
    dispositionNotification: part(/^message\/(global-)?disposition-notification$/i) !== undefined,
    enclosedMail: opened(part(/^(message\/(rfc822|global)|text\/rfc822-headers)$/i)),
    isSealed: /^\s*(application\/(x-)?pkcs7-mime|multipart\/encrypted)/i.test(contentType),
  };
}

const BEGINNING = 64 * 1024;

function beginning(part: Attachment): string {
  return part.content.subarray(0, BEGINNING).toString('utf8');
}

function opened(part: Attachment | undefined): string | undefined {
  return part && beginning(part);
}
