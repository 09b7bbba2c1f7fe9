import { resealLogin } from '../accounts/sealed-login';
import type { MailAccount } from '../accounts/account.schema';
import type { Database } from '../database';
import type { KeyRing } from './key-ring';

/** Seals the secrets of every account with the current key; how many accounts. Throws `KeyMissing` when one does not open. */
export async function resealAccounts(db: Database, keys: KeyRing): Promise<number> {
  const accounts = await db.accounts.find().lean<MailAccount[]>();
  for (const account of accounts) {
    await db.accounts.updateOne({ _id: account._id }, { $set: resealLogin(keys, account) });
  }
  return accounts.length;
}
