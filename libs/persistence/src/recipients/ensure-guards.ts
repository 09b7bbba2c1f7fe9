import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from './recipient-keys';

/** Makes the guards of addresses that are no contact's, inside the caller's transaction; those that stand stay as they are. */
export async function ensureGuards(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  addresses: readonly string[],
): Promise<void> {
  const ids = new Set(addresses.flatMap((address) => recipientKeys(address, keys).current));
  const fresh = { suppressed: false, suppression: null, passed: [], claimId: null, bindings: [] };
  for (const _id of ids) {
    await db.recipients.updateOne({ _id }, { $setOnInsert: fresh }, { session, upsert: true });
  }
}
