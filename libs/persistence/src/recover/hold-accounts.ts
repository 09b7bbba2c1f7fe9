import type { Database } from '../database';

/** Why nothing leaves until a recovery has ended. */
export const BECAUSE =
  'the database was restored from a backup, and nobody knows what was sent since then. ' +
  'Run: sales-agent recover --backup-time WHEN-THE-BACKUP-WAS-MADE';

/**
 * Lets nothing leave from any account until the recovery has ended, and has each mailbox read again from `since` on;
 * null where only the operator knows since when. What the agent writes meanwhile waits for approval.
 */
export async function holdAccounts(db: Database, since: Date | null): Promise<void> {
  const paused = { $ifNull: ['$paused', { at: '$$NOW', because: { $literal: BECAUSE } }] };
  const recovery = { readAgainSince: since, isRead: false };
  const notYet = since === null ? { recovery: { $exists: false } } : { 'recovery.readAgainSince': { $ne: since } };
  await db.accounts.updateMany(notYet, [{ $set: { paused, recovery } }], { updatePipeline: true });
}

/** The addresses of the accounts whose mailbox has not been read again to its end. */
export async function accountsToRead(db: Database): Promise<string[]> {
  const unread = await db.accounts.find({ 'recovery.isRead': false }, { address: 1 }).lean();
  return unread.map(({ address }) => address);
}

/** Lets letters leave again, but for accounts that were paused for another reason. */
export async function releaseAccounts(db: Database): Promise<void> {
  await db.accounts.updateMany({ 'paused.because': BECAUSE }, { $set: { paused: null } });
  await db.accounts.updateMany({ recovery: { $exists: true } }, { $unset: { recovery: 1 } });
}
