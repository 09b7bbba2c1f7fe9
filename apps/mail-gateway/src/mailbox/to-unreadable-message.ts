import { createHash } from 'node:crypto';
import { parseMail } from '@app/mail-text/parse-mail';
import type { ParsedMail } from '@app/mail-text/parsed-mail';
import { conversationTokens, threadIds } from '@app/mail-text/threading';
import type { MessageToStore } from '@app/persistence/messages/message-to-store';
import type { ReceivedMail } from './received-mail';
import { recipients } from './recipients';
import { shorten } from './shorten';

const RAW_KEPT = 1024 * 1024;

/** Keeps a mail that could not be read, as a person's, with whatever its header alone still tells. Never throws. */
export async function toUnreadableMessage(mail: ReceivedMail, because: string): Promise<MessageToStore> {
  const { accountId, uid, source, storedAt } = mail;
  const header = await parseMail(headerOf(source)).catch(() => undefined);
  const message = shorten({
    _id: '',
    channel: 'email',
    accountId,
    externalId: mail.without === 'kept-back' ? placeOf(mail) : idOf(header, source),
    kind: 'human',
    facts: { type: 'none' },
    chat: null,
    from: header?.from?.address ?? '',
    fromName: header?.from?.name ?? '',
    to: header ? recipients(header) : [],
    subject: header?.subject ?? '',
    text: '',
    quotedText: '',
    signature: '',
    messageId: header?.messageId ?? '',
    threadIds: header ? threadIds(header) : [],
    tokens: header ? conversationTokens(header) : [],
    attachments: [],
    sentAt: header?.date ?? null,
    storedAt,
    order: uid,
    unreadable: because,
    raw: source.subarray(0, RAW_KEPT),
    state: 'new',
    conversationId: null,
    matchedBy: null,
    senderKnown: false,
  });
  return { message, contents: new Map() };
}

function headerOf(source: Buffer): Buffer {
  const end = /\r?\n\r?\n/.exec(source.toString('latin1', 0, RAW_KEPT));
  return source.subarray(0, end ? end.index + end[0].length : RAW_KEPT);
}

/** Of a mail nothing is known for certain but where it lies; the account, because UIDs repeat in every mailbox. */
function placeOf({ accountId, uidValidity, uid }: ReceivedMail): string {
  return `- ${accountId} ${uidValidity} ${String(uid)}`;
}

/** As a readable mail's, but of the header only: trace headers differ between two copies of a mail, these do not. */
function idOf(header: ParsedMail | undefined, source: Buffer): string {
  const told = ['from', 'date', 'subject'].map((name) => header?.headers.get(name)?.[0] ?? '');
  const digest = createHash('sha256').update(header ? JSON.stringify(told) : source);
  return `${header?.messageId ?? '-'} ${digest.digest('hex')}`;
}
