import type { Database } from '../database';

/** Ids of the keys that this database needs: those that made its guards, and those that sealed the secrets of the accounts. */
export async function keysInUse(db: Database): Promise<ReadonlySet<string>> {
  const secrets = await Promise.all(SEALED.map((secret) => db.accounts.distinct(`${secret}.keyId`)));
  return new Set([...(await ledgerKeys(db)), ...secrets.flat().map(String)]);
}

const SEALED = ['password', 'oauth.clientSecret', 'oauth.refreshToken'] as const;

/** One look at the index for each key, however many guards there are: a guard's id begins with its key's. */
async function ledgerKeys(db: Database): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const last = ids.at(-1);
    // ';' is the character after ':', so this skips every guard of the key before.
    const beyond = last === undefined ? {} : { _id: { $gt: `${last};` } };
    const [guard] = await db.recipients.find(beyond, { _id: 1 }).sort({ _id: 1 }).limit(1).lean();
    if (!guard) return ids;
    ids.push(guard._id.slice(0, guard._id.indexOf(':')));
  }
}
