import type { Document, Filter } from 'mongodb';
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
  const leased = await take(db, { _id: id, ...IS_FREE }, by);
  if (leased) return { type: 'leased', conversation: leased };

  // In server time on both sides: the hosts' clocks may differ.
  const left = { $max: [0, { $subtract: [{ $ifNull: ['$lease.until', '$$NOW'] }, '$$NOW'] }] };
  const held = await db.conversations
    .findById(id, { holder: '$lease.by', forMs: left })
    .lean<{ readonly holder?: string; readonly forMs: number }>();
  if (!held) return { type: 'gone' };
  const { holder, forMs } = held;
  // Our own, whose answer was lost on its way: nobody has one conversation twice in hand.
  const isLeftBehind = holder !== undefined && (holder === by || (await db.instances.exists({ _id: holder })) === null);
  const taken = isLeftBehind ? await take(db, { _id: id, 'lease.by': holder }, by) : null;
  return taken ? { type: 'leased', conversation: taken } : { type: 'held-elsewhere', forMs };
}

/**
 * The same of several, in two round trips: those it could lease, by their ids. One that was leased by the same holder
 * before, which never has a conversation twice in hand, is his as it stands.
 */
export async function leaseConversations(
  db: Database,
  ids: readonly string[],
  by: string,
): Promise<ReadonlyMap<string, ConversationDocument>> {
  const conversations = db.native(db.conversations);
  const all = { _id: { $in: [...ids] } };
  await conversations.updateMany({ ...all, ...IS_FREE }, takenBy(by), { writeConcern: { w: 1 } });
  const leased = await conversations.find({ ...all, 'lease.by': by }).toArray();
  return new Map(leased.map((conversation) => [conversation._id, conversation]));
}

const IS_FREE = { $or: [{ lease: null }, { $expr: { $lte: ['$lease.until', '$$NOW'] } }] };

function take(db: Database, whose: Filter<ConversationDocument>, by: string): Promise<ConversationDocument | null> {
  return db.native(db.conversations).findOneAndUpdate(
    whose,
    takenBy(by),
    // Not waited for by a majority: should it be lost, the epoch is too, and the commit finds another.
    { returnDocument: 'after', writeConcern: { w: 1 } },
  );
}

function takenBy(by: string): Document[] {
  const lease = { by, until: { $add: ['$$NOW', CONVERSATION_LEASE_MS] } };
  return [{ $set: { lease, epoch: { $add: ['$epoch', 1] } } }];
}

/** Lets a lease go without a commit; one that was taken over meanwhile stays as it is. */
export async function releaseConversation(db: Database, { _id, epoch }: ConversationDocument): Promise<void> {
  await db.conversations.updateOne({ _id, epoch }, { $set: { lease: null } }, { writeConcern: { w: 1 } });
}
