import type { Database } from '../database';
import type { ConversationDocument } from './conversation.schema';

/** Long enough for a hundred decisions; the fence, not the time, keeps a late holder from committing. */
export const CONVERSATION_LEASE_MS = 10_000;

export type ConversationLease =
  | { readonly type: 'leased'; readonly conversation: ConversationDocument }
  /** Somebody has it, for this long at most. */
  | { readonly type: 'held-elsewhere'; readonly forMs: number }
  | { readonly type: 'gone' };

/** Takes the lease of a conversation, in server time, and raises its epoch: the fence of the commit that follows. */
export async function leaseConversation(db: Database, id: string, by: string): Promise<ConversationLease> {
  const leased = await db.native(db.conversations).findOneAndUpdate(
    { _id: id, $or: [{ lease: null }, { $expr: { $lte: ['$lease.until', '$$NOW'] } }] },
    [
      {
        $set: {
          lease: { by, until: { $add: ['$$NOW', CONVERSATION_LEASE_MS] } },
          epoch: { $add: ['$epoch', 1] },
        },
      },
    ],
    // Not waited for by a majority: should it be lost, the epoch is too, and the commit finds another.
    { returnDocument: 'after', writeConcern: { w: 1 } },
  );
  if (leased) return { type: 'leased', conversation: leased };

  // In server time on both sides: the hosts' clocks may differ.
  const left = { forMs: { $max: [0, { $subtract: [{ $ifNull: ['$lease.until', '$$NOW'] }, '$$NOW'] }] } };
  const held = await db.conversations.findById(id, left).lean<{ readonly forMs: number }>();
  return held ? { type: 'held-elsewhere', forMs: held.forMs } : { type: 'gone' };
}

/** Lets a lease go without a commit; one that was taken over meanwhile stays as it is. */
export async function releaseConversation(db: Database, { _id, epoch }: ConversationDocument): Promise<void> {
  await db.conversations.updateOne({ _id, epoch }, { $set: { lease: null } }, { writeConcern: { w: 1 } });
}
