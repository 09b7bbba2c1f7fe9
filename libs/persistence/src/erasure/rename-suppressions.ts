import { createHmac } from 'node:crypto';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import type { Suppression } from '../recipients/recipient.schema';
import type { Person } from './person';
import { suppressionsOf } from './traces';

/**
 * Leaves nothing but hashes in the entries of the ledger about a person: an entry's id may hold the Message-ID of the
 * mail that asked, so it is named anew, and the guards and companies it holds for follow.
 */
export async function renameSuppressions(db: Database, keys: KeyRing, person: Person): Promise<void> {
  const entries = await db.suppressions
    .find({ ...suppressionsOf(person, keys), _id: { $not: /^erased:/ } })
    .lean<Suppression[]>();
  for (const entry of entries) {
    const isOwn = person.contactIds.includes(entry.contactId);
    const renamed: Suppression = {
      ...entry,
      _id: erasedId(entry._id, keys),
      ...(isOwn ? { contactId: '', conversationId: '' } : {}),
      reason: '',
      messageId: null,
      cancelledMessages: [],
      cancelledTimers: [],
    };
    await db.transaction(async (session) => {
      const { deletedCount } = await db.suppressions.deleteOne({ _id: entry._id }, { session });
      if (deletedCount === 0) return;
      await db.suppressions.insertMany([renamed], { session });
      const guards = { _id: { $in: entry.recipientIds }, suppression: entry._id };
      await db.recipients.updateMany(guards, { $set: { suppression: renamed._id } }, { session });
      await db.companies.updateMany(
        { _id: { $in: person.companyIds }, suppressionId: entry._id },
        { $set: { suppressionId: renamed._id } },
        { session },
      );
    });
  }
}

/** The name of an entry that tells nothing of the mail it was made for. */
export function erasedId(id: string, keys: KeyRing): string {
  const { current } = keys.ledger;
  return `erased:${current.id}:${createHmac('sha256', current.bytes).update(`suppression:${id}`).digest('base64url')}`;
}
