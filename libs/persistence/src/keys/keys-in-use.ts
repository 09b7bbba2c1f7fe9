import type { Database } from '../database';

/** Ids of the keys that this database needs: one that made a guard, and those that sealed the mail passwords. */
export async function keysInUse(db: Database): Promise<ReadonlySet<string>> {
  const guard = await db.recipients.findOne({}, { _id: 1 }).lean();
  const secrets = await db.accounts.distinct('password.keyId');
  const ledger = guard ? [guard._id.slice(0, guard._id.indexOf(':'))] : [];
  return new Set([...ledger, ...secrets.map(String)]);
}
