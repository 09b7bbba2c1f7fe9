import { COLLECTIONS } from '../collections';
import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import { normalise } from '../recipients/recipient-keys';
import type { InboundMessage } from './message.schema';
import type { Filing } from './filing';

/**
 * Finds whose conversation a message belongs to: by the letter it answers or returns, then by a token, then by its
 * sender if that is one contact of the account's product. Null when none of them tells.
 */
export async function findConversation(db: Database, message: InboundMessage): Promise<Filing | null> {
  const [isOurs, nearest] = await Promise.all([isFromUs(db, message), byThread(db, message)]);
  if (isOurs) return null;
  const found = nearest ?? (await byToken(db, message)) ?? (await bySender(db, message));
  if (!found) return null;
  const { contact, matchedBy } = found;
  const senderKnown = contact.addresses.includes(normalise(message.from));
  return { conversationId: contact.conversationId, matchedBy, senderKnown };
}

interface Match {
  readonly contact: Contact;
  readonly matchedBy: Filing['matchedBy'];
}

/** Mail of our own, or a copy of it, is nobody's answer. */
async function isFromUs(db: Database, { from }: InboundMessage): Promise<boolean> {
  return (
    from !== '' &&
    (await db.native(db.accounts).findOne({ address: normalise(from) }, { projection: { _id: 1 } })) !== null
  );
}

async function byThread(db: Database, { threadIds }: InboundMessage): Promise<Match | null> {
  if (threadIds.length === 0) return null;
  const answered = db
    .native(db.outbox)
    .aggregate<AnsweredLetter>([
      { $match: { messageId: { $in: [...threadIds] } } },
      { $lookup: { from: COLLECTIONS.contacts, localField: 'contactId', foreignField: '_id', as: 'contacts' } },
      { $project: { messageId: 1, contacts: 1 } },
    ]);
  const letters = await answered.toArray();
  const nearest = threadIds.flatMap((id) => letters.find(({ messageId }) => messageId === id) ?? [])[0];
  const contact = nearest?.contacts[0];
  return contact ? { contact, matchedBy: 'thread' } : null;
}

interface AnsweredLetter {
  readonly messageId: string;
  readonly contacts: readonly Contact[];
}

async function byToken(db: Database, { tokens }: InboundMessage): Promise<Match | null> {
  if (tokens.length === 0) return null;
  const conversation = await db.conversations
    .findOne({ token: { $in: [...tokens] } }, { contactId: 1 })
    .lean<Pick<ConversationDocument, 'contactId'>>();
  return conversation ? contactOf(db, conversation.contactId, 'token') : null;
}

async function bySender(db: Database, { from, accountId }: InboundMessage): Promise<Match | null> {
  if (from === '') return null;
  const account = await db.accounts.findById(accountId, { productId: 1 }).lean();
  const contacts = await db.contacts
    .find({ addresses: normalise(from), ...(account ? { productId: account.productId } : {}) })
    .limit(2)
    .lean<Contact[]>();
  const [only, other] = contacts;
  return only && !other ? { contact: only, matchedBy: 'sender' } : null;
}

async function contactOf(db: Database, id: string, matchedBy: Match['matchedBy']): Promise<Match | null> {
  const contact = await db.contacts.findById(id).lean<Contact>();
  return contact ? { contact, matchedBy } : null;
}
