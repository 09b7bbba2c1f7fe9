import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import type { OutboxMessage } from '../outbox/outbox.schema';
import { normalise } from '../recipients/recipient-keys';
import type { Filing } from './filing';
import type { MessageToFile } from './message-to-file';
import type { InboundMessage } from './message.schema';

/**
 * Finds to whom the operator wrote past us, from the mailbox or the business account itself: by the message it answers, a
 * letter of ours or a contact's own, else by a recipient who is one contact of the account. Null when neither tells.
 */
export async function findByOperator(db: Database, toFile: MessageToFile): Promise<Filing | null> {
  const answered = await byAnswered(db, toFile);
  if (answered) return { conversationId: answered.conversationId, matchedBy: 'thread', senderKnown: false };
  const recipient = await byRecipient(db, toFile.message);
  return recipient && { conversationId: recipient.conversationId, matchedBy: 'recipient', senderKnown: false };
}

async function byAnswered(db: Database, { message, letters, contacts }: MessageToFile): Promise<Contact | null> {
  const { threadIds } = message;
  if (threadIds.length === 0) return null;
  const ofPart = message.channel === 'telegram' ? await byPart(db, threadIds) : null;
  if (ofPart) return ofPart;
  const filed = { messageId: { $in: threadIds }, state: 'filed', kind: { $ne: 'operator' } } as const;
  const messages = await db.messages
    .find(filed, { messageId: 1, conversationId: 1 })
    .lean<Pick<InboundMessage, 'messageId' | 'conversationId'>[]>();
  for (const id of threadIds) {
    const letter = letters.find(({ messageId }) => messageId === id);
    const ofLetter = contacts.find(({ _id }) => _id === letter?.contactId);
    if (ofLetter) return ofLetter;
    const answered = messages.find(({ messageId }) => messageId === id);
    const ofMessage = answered?.conversationId && (await contactOf(db, answered.conversationId));
    if (ofMessage) return ofMessage;
  }
  return null;
}

/** A letter may be several messages of a chat, and each can be answered. */
async function byPart(db: Database, threadIds: readonly string[]): Promise<Contact | null> {
  const parts = { $in: [...threadIds] };
  const letter = await db.outbox.findOne({ parts }, { contactId: 1 }).lean<Pick<OutboxMessage, 'contactId'>>();
  return letter && db.contacts.findById(letter.contactId).lean<Contact>();
}

async function contactOf(db: Database, conversationId: string): Promise<Contact | null> {
  const conversation = await db.conversations.findById(conversationId, { contactId: 1 }).lean();
  return conversation && db.contacts.findById(conversation.contactId).lean<Contact>();
}

async function byRecipient(db: Database, message: InboundMessage): Promise<Contact | null> {
  const { to } = message;
  const ofAccount = await contactsOfAccount(db, message);
  if (!ofAccount || to.length === 0) return null;
  const [only, other] = await db.contacts
    .find({ addresses: { $in: to.map(normalise) }, ...ofAccount })
    .limit(2)
    .lean<Contact[]>();
  return only && !other ? only : null;
}

/** A mailbox is one product's; a bot is whose chats it has. */
async function contactsOfAccount(db: Database, { channel, accountId }: InboundMessage) {
  if (channel === 'telegram') return { 'telegram.accountId': accountId };
  const account = await db.accounts.findById(accountId, { productId: 1 }).lean();
  return account && { productId: account.productId };
}
