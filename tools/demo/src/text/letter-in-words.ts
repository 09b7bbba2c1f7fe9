import { extractReply } from '@app/mail-text/extract-reply';
import type { ParsedMail } from '@app/mail-text/parsed-mail';
import { indented } from './indented';
import { momentInWords } from './moment';
import { sizeInWords } from './size-in-words';
import { wrap } from './wrap';

/** How a letter is laid out. */
export interface Layout {
  readonly timeZone: string;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A letter that arrived, as a person reads it: when and from whom to whom, its subject, its words, its files. */
export function letterInWords(mail: ParsedMail, to: string, { timeZone, width }: Layout): string {
  const when = mail.date ? `${momentInWords(mail.date, timeZone)}  ` : '';
  const from = mail.from?.name || mail.from?.address || '';
  const files = mail.attachments.map(({ name, size }) => `📎 ${name}, ${sizeInWords(size)}`);
  return [
    ...indented([`▼ ${when}${from} → ${to}`], 2),
    ...indented(wrap(`Subject: ${mail.subject}`, width - 4), 4),
    '',
    ...indented(wrap(extractReply(mail, { signature: 'keep' }).text, width - 4), 4),
    ...(files.length > 0 ? ['', ...indented(files, 4)] : []),
  ].join('\n');
}

/** What the contact writes, as the transcript shows it. */
export function replyInWords(
  {
    name,
    address,
    words,
    at,
  }: { readonly name: string; readonly address: string; readonly words: string; readonly at: Date },
  { timeZone, width }: Layout,
): string {
  return [
    ...indented([`▲ ${momentInWords(at, timeZone)}  ${name === '' ? '' : `${name}, `}${address}`], 2),
    ...indented(wrap(words, width - 4), 4),
  ].join('\n');
}
