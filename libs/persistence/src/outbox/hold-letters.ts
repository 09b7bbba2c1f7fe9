import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import { NO_NOTICE } from './outbox.queries';

/**
 * Holds every letter to a contact that has not begun to leave, inside the caller's transaction: claiming a letter writes
 * it too, so that only one of the two commits.
 */
export async function holdLetters(db: Database, session: ClientSession, contactId: string): Promise<void> {
  const heldAs = { $cond: [{ $eq: ['$status', 'draft'] }, 'draft', 'queued'] };
  await db
    .native(db.outbox)
    .updateMany(
      { contactId, status: { $in: ['draft', 'queued', 'leased'] }, ...NO_NOTICE },
      [{ $set: { heldAs, status: 'held' } }],
      { session },
    );
}

/** Lets them go as they were. */
export async function letLettersGo(db: Database, session: ClientSession, contactId: string): Promise<void> {
  await db
    .native(db.outbox)
    .updateMany({ contactId, status: 'held' }, [{ $set: { status: '$heldAs', heldAs: null } }], { session });
}
