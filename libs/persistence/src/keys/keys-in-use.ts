import { MongoServerError } from 'mongodb';
import type { Database } from '../database';

/** Ids of the keys that this database needs: those that made its guards, and those that sealed the secrets of the accounts. */
export async function keysInUse(db: Database): Promise<ReadonlySet<string>> {
  return new Set([...(await ledgerKeys(db)), ...(await secretKeys(db))]);
}

const SEALED = ['password', 'oauth.clientSecret', 'oauth.refreshToken'] as const;

/** None for a service that may not see the accounts: it opens none of their secrets. */
async function secretKeys(db: Database): Promise<string[]> {
  try {
    const secrets = await Promise.all(SEALED.map((secret) => db.accounts.distinct(`${secret}.keyId`)));
    return secrets.flat().map(String);
  } catch (error) {
    if (error instanceof MongoServerError && error.codeName === 'Unauthorized') return [];
    throw error;
  }
}

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
