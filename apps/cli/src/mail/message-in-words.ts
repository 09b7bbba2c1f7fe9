import type { InboundMessage, StoredAttachment } from '@app/persistence/messages/message.schema';
import { byteCount } from '../text/byte-count';
import { indented } from '../text/indented';
import { momentInWords } from '../text/moment';
import { shellWord } from '../text/shell-word';

/** One mail as the operator reads it, with the commands that save what came with it. */
export function messageInWords(message: InboundMessage): string {
  const { from, fromName, to, kind, subject, text, storedAt, attachments, unreadable } = message;
  return [
    `from ${fromName === '' ? '' : `${fromName} `}<${from}>`,
    `to ${to.join(', ')}`,
    `${momentInWords(storedAt)}, ${kind}`,
    subject,
    ...(text === '' ? [] : indented(text)),
    ...attachments.flatMap((attachment, index) => attached(message, attachment, index + 1)),
    ...(unreadable === null ? [] : [unreadable, saving(`raw ${shellWord(message._id)}`, 'mail.eml')]),
  ].join('\n');
}

function attached(message: InboundMessage, file: StoredAttachment, place: number): string[] {
  const { name, contentType, size, sha256 } = file;
  const line = `📎 ${String(place)}. ${name} (${contentType}, ${byteCount(size)})`;
  if (sha256 === null) return [`${line}, not kept; it is in the mailbox`];
  return [line, saving(`attachment ${shellWord(message._id)} ${String(place)}`, name)];
}

function saving(what: string, file: string): string {
  return `    sales-agent mail ${what} --to ${shellWord(`./${file}`)}`;
}
