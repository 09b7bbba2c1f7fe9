import type { Filter } from 'mongodb';
import type { Database } from '../database';
import type { ConversationDocument } from './conversation.schema';

/** Long enough for a hundred decisions; the fence, not the time, keeps a late holder from committing. */
export const CONVERSATION_LEASE_MS = 10_000;

export type ConversationLease =
  | { readonly type: 'leased'; readonly conversation: ConversationDocument }
  /** Somebody alive has it, for this long at most. */
  | { readonly type: 'held-elsewhere'; readonly forMs: number }
  | { readonly type: 'gone' };

/** Takes the lease of a conversation, in server time, and raises its epoch: the fence of the commit that follows. */
export async function leaseConversation(db: Database, id: string, by: string): Promise<ConversationLease> {
  const isFree = { $or: [{ lease: null }, { $expr: { $lte: ['$lease.until', '$$NOW'] } }] };
  const leased = await take(db, { _id: id, ...isFree }, by);
  if (leased) return { type: 'leased', conversation: leased };

  // In server time on both sides: the hosts' clocks may differ.
  const left = { $max: [0, { $subtract: [{ $ifNull: ['$lease.until', '$$NOW'] }, '$$NOW'] }] };
  const held = await db.conversations
    .findById(id, { holder: '$lease.by', forMs: left })
    .lean<{ readonly holder?: string; readonly forMs: number }>();
  if (!held) return { type: 'gone' };
  const { holder, forMs } = held;
  const isLeftBehind = holder !== undefined && (await db.instances.exists({ _id: holder })) === null;
  const taken = isLeftBehind ? await take(db, { _id: id, 'lease.by': holder }, by) : null;
  return taken ? { type: 'leased', conversation: taken } : { type: 'held-elsewhere', forMs };
}

function take(db: Database, whose: Filter<ConversationDocument>, by: string): Promise<ConversationDocument | null> {
  const lease = { by, until: { $add: ['$$NOW', CONVERSATION_LEASE_MS] } };
  return db.native(db.conversations).findOneAndUpdate(
    whose,
    [{ $set: { lease, epoch: { $add: ['$epoch', 1] } } }],
    // Not waited for by a majority: should it be lost, the epoch is too, and the commit finds another.
    { returnDocument: 'after', writeConcern: { w: 1 } },
  );
}

/** Lets a lease go without a commit; one that was taken over meanwhile stays as it is. */
export async function releaseConversation(db: Database, { _id, epoch }: ConversationDocument): Promise<void> {
  await db.conversations.updateOne({ _id, epoch }, { $set: { lease: null } }, { writeConcern: { w: 1 } });
}
