import { parseMail } from '@app/mail-text/parse-mail';
import { readParsedMail } from '@app/mail-text/read-mail';
import { bouncedMessageId, conversationTokens, threadIds } from '@app/mail-text/threading';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { ReceivedMail } from './received-mail';
import { recipients } from './recipients';
import { shorten } from './shorten';
import { toUnreadableMessage } from './to-unreadable-message';

/** Makes the message that is stored of a mail. Never throws: what cannot be read is kept for the operator to see. */
export async function toInboundMessage(mail: ReceivedMail): Promise<InboundMessage> {
  if (mail.without !== null) return toUnreadableMessage(mail, BECAUSE[mail.without]);
  try {
    return await toReadableMessage(mail);
  } catch (error) {
    return toUnreadableMessage(mail, error instanceof Error ? error.message : String(error));
  }
}

const BECAUSE = {
  'too-large': 'The mail is too large; open it in a mail client.',
  'kept-back': 'The mail server lists the mail and does not give its content; open it in a mail client.',
} as const;

async function toReadableMessage({ accountId, uid, source, storedAt }: ReceivedMail): Promise<InboundMessage> {
  const mail = await parseMail(source);
  const { id, kind, from, ...reading } = readParsedMail(mail, { signature: 'strip' });
  const returned = kind === 'bounce_hard' || kind === 'bounce_soft' ? bouncedMessageId(mail) : undefined;
  return shorten({
    _id: '',
    channel: 'email',
    accountId,
    externalId: id,
    kind,
    from: from?.address ?? '',
    fromName: from?.name ?? '',
    to: recipients(mail),
    subject: reading.subject,
    text: reading.text,
    quotedText: reading.quotedText,
    signature: reading.signature,
    messageId: reading.messageId ?? '',
    threadIds: [...(returned === undefined ? [] : [returned]), ...threadIds(mail)],
    tokens: conversationTokens(mail),
    attachments: reading.attachments,
    sentAt: reading.date ?? null,
    storedAt,
    order: uid,
    unreadable: null,
    raw: null,
    state: 'new',
    conversationId: null,
    matchedBy: null,
    senderKnown: false,
  });
}
