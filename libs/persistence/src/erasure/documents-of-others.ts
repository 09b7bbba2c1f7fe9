import type { Filter } from 'mongodb';
import type { CollectionName } from '../collections';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import { jobsOf } from './jobs-of';
import type { StoredDocument } from './stored-document';

/**
 * Where a person may be named in somebody else's documents, in the order in which they are to be mended: what a turn is
 * made of first, then the conversation, whose new epoch keeps out a commit that was made of it as it was.
 */
export async function documentsOf(
  db: Database,
  { _id: contactId }: Contact,
): Promise<readonly (readonly [CollectionName, Filter<StoredDocument>])[]> {
  const conversations = await db.conversations.find({ contactId }, { _id: 1 }).lean();
  const conversationIds = conversations.map(({ _id }) => _id);
  return [
    ['commands', { $or: [{ 'body.contactId': contactId }, { 'body.contact.id': contactId }] }],
    ['messages', { conversationId: { $in: conversationIds } }],
    ['conversations', { contactId }],
    ['llm_jobs', { _id: { $in: await jobsOf(db, conversationIds) } }],
    ['turns', { conversationId: { $in: conversationIds } }],
    ['outbox', { contactId }],
    ['contacts', { _id: contactId }],
  ];
}
