import { COLLECTIONS } from '../collections';
import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import { normalise } from '../recipients/recipient-keys';
import { NO_NOTICE } from '../outbox/outbox.queries';
import type { Filing } from './filing';
import { findByOperator } from './find-by-operator';
import type { MessageToFile } from './message-to-file';
import type { InboundMessage } from './message.schema';

/** Reads messages that are to be filed, and whom their threads name, in one round trip; null for what is filed already. */
export async function readToFile(db: Database, ids: readonly string[]): Promise<(MessageToFile | null)[]> {
  const found = await db
    .native(db.messages)
    .aggregate<InboundMessage & Omit<MessageToFile, 'message'>>([
      { $match: { _id: { $in: ids }, state: 'new' } },
      {
        $lookup: {
          from: COLLECTIONS.outbox,
          localField: 'threadIds',
          foreignField: 'messageId',
          pipeline: [{ $match: NO_NOTICE }, { $project: { messageId: 1, contactId: 1 } }],
          as: 'letters',
        },
      },
      { $lookup: { from: COLLECTIONS.contacts, localField: 'letters.contactId', foreignField: '_id', as: 'contacts' } },
    ])
    .toArray();
  const toFile = new Map(
    found.map(({ letters, contacts, ...message }) => [message._id, { message, letters, contacts }]),
  );
  return ids.map((id) => toFile.get(id) ?? null);
}

/**
 * Finds whose conversation a message belongs to: by the letter it answers or returns, then by a token, then by its
 * sender if that is one contact of the account's product. Null when none of them tells. What the operator wrote past us
 * has no such sender: see `findByOperator`.
 */
export async function findConversation(db: Database, toFile: MessageToFile): Promise<Filing | null> {
  const { message } = toFile;
  if (message.kind === 'operator') return findByOperator(db, toFile);
  const found = byThread(toFile) ?? (await byToken(db, message)) ?? (await bySender(db, message));
  if (!found) return null;
  const { contact, matchedBy } = found;
  const senderKnown = contact.addresses.includes(normalise(message.from));
  return { conversationId: contact.conversationId, matchedBy, senderKnown };
}

interface Match {
  readonly contact: Contact;
  readonly matchedBy: Filing['matchedBy'];
}

function byThread({ message, letters, contacts }: MessageToFile): Match | null {
  const nearest = message.threadIds.flatMap((id) => letters.find(({ messageId }) => messageId === id) ?? [])[0];
  const contact = contacts.find(({ _id }) => _id === nearest?.contactId);
  return contact ? { contact, matchedBy: 'thread' } : null;
}

async function byToken(db: Database, { tokens }: InboundMessage): Promise<Match | null> {
  if (tokens.length === 0) return null;
  const conversation = await db.conversations
    .findOne({ token: { $in: [...tokens] } }, { contactId: 1 })
    .lean<Pick<ConversationDocument, 'contactId'>>();
  const contact = conversation && (await db.contacts.findById(conversation.contactId).lean<Contact>());
  return contact ? { contact, matchedBy: 'token' } : null;
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
