import type { MachineFacts } from '@app/domain/machine-facts';
import type { MailKind } from '@app/mail-text/mail-kind';
import { parseMail } from '@app/mail-text/parse-mail';
import { readParsedMail } from '@app/mail-text/read-mail';
import { conversationTokens, threadIds } from '@app/mail-text/threading';
import { errorWords } from '@app/runtime/error-words';
import { keepAttachments, LARGEST_KEPT_TOGETHER } from '@app/runtime/files/keep-attachments';
import type { MessageToStore } from '@app/persistence/messages/message-to-store';
import type { ReceivedMail } from './received-mail';
import { recipients } from './recipients';
import { shorten } from './shorten';
import { toFacts } from './to-facts';
import { toUnreadableMessage } from './to-unreadable-message';
import { unsubscribeToken } from './unsubscribe-token';

/** Makes the message that is stored of a mail. Never throws: what cannot be read is kept for the operator to see. */
export async function toInboundMessage(mail: ReceivedMail): Promise<MessageToStore> {
  if (mail.without !== null) return toUnreadableMessage(mail, BECAUSE[mail.without]);
  try {
    return await toReadableMessage(mail);
  } catch (error) {
    return toUnreadableMessage(mail, errorWords(error));
  }
}

const BECAUSE = {
  'too-large': 'The mail is too large; open it in a mail client.',
  'kept-back': 'The mail server lists the mail and does not give its content; open it in a mail client.',
} as const;

async function toReadableMessage(received: ReceivedMail): Promise<MessageToStore> {
  const { accountId, uid, source, storedAt, leftOut } = received;
  const mail = await parseMail(source);
  const { id, kind, from, ...reading } = readParsedMail(mail, { signature: 'strip' });
  const { attachments, contents } = await keepAttachments(
    mail.attachments,
    leftOut,
    isByPerson(kind) ? LARGEST_KEPT_TOGETHER : 0,
  );
  const facts = toFacts(reading.facts);
  const unsubscribes = isBounce(kind) ? undefined : unsubscribeToken(reading.subject);
  const message = shorten({
    _id: '',
    channel: 'email',
    accountId,
    externalId: id,
    kind: unsubscribes === undefined ? kind : 'unsubscribe',
    facts,
    chat: null,
    from: from?.address ?? '',
    fromName: from?.name ?? '',
    to: recipients(mail),
    subject: reading.subject,
    text: reading.text,
    quotedText: reading.quotedText,
    signature: reading.signature,
    messageId: reading.messageId ?? '',
    threadIds: [...returnedLetter(facts), ...threadIds(mail)],
    tokens: [...new Set([...(unsubscribes === undefined ? [] : [unsubscribes]), ...conversationTokens(mail)])],
    attachments,
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
  return { message, contents };
}

/** What a machine attaches is our own letter, or its report of it. */
function isByPerson(kind: MailKind): boolean {
  return kind === 'human' || kind === 'calendar';
}

function isBounce(kind: MailKind): boolean {
  return kind === 'bounce_hard' || kind === 'bounce_soft';
}

function returnedLetter(facts: MachineFacts): readonly string[] {
  return facts.type === 'bounce' && facts.letter !== null ? [facts.letter] : [];
}
