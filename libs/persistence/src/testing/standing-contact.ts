import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from '../recipients/recipient-keys';
import { aContactDocument, aConversationDocument } from './documents';

/** A contact with its guards and its open conversation, all stored under one id. */
export async function standingContact(
  db: Database,
  keys: KeyRing,
  id: string,
  { contact = {}, conversation = {} }: StandingFacts = {},
): Promise<{ readonly contact: Contact; readonly conversation: ConversationDocument }> {
  const made = {
    contact: aContactDocument({ _id: id, conversationId: id, addresses: [`${id}@example.com`], ...contact }),
    conversation: aConversationDocument({ _id: id, contactId: id, token: id, ...conversation }),
  };
  await db.contacts.insertMany([made.contact]);
  await db.conversations.insertMany([made.conversation]);
  for (const address of made.contact.addresses) {
    const { current, own } = recipientKeys(address, keys);
    for (const _id of current) {
      const bindings = own.includes(_id) ? [{ productId: made.contact.productId, contactId: id }] : [];
      const free = { suppressed: false, suppression: null, passed: [], claimId: null };
      await db.recipients.updateOne({ _id }, { $setOnInsert: free, $push: { bindings } }, { upsert: true });
    }
  }
  return made;
}

interface StandingFacts {
  readonly contact?: Partial<Contact>;
  readonly conversation?: Partial<ConversationDocument>;
}
