import type { Collection } from 'mongodb';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';

/** Where this database's documents come from. */
export interface DatabaseOrigin {
  readonly _id: 'origin';
  /** What MongoDB called the ledger's collection when it was made; a dump that is restored makes it anew. */
  readonly collectionId: string;
  /** The recovery under way; null when there is none. */
  readonly recovery: Recovery | null;
}

export interface Recovery {
  /** When the backup was made. */
  readonly backupTime: Date;
  /** What was on its way then has been given up. */
  readonly lettersGivenUp: number | null;
}

/** Remembers where the collections were made, once. */
export async function markOrigin(db: Database): Promise<void> {
  const collectionId = await ledgerCollectionId(db);
  const fresh = { $setOnInsert: { collectionId, recovery: null } };
  await origins(db).updateOne({ _id: 'origin' }, fresh, { upsert: true });
}

/** Whether the documents came here from a backup, and nobody has recovered from that yet. */
export async function isRestored(db: Database): Promise<boolean> {
  const origin = await originOf(db);
  return origin !== null && origin.collectionId !== (await ledgerCollectionId(db));
}

/** The recovery under way; null when there is none. */
export async function recoveryOf(db: Database): Promise<Recovery | null> {
  return (await originOf(db))?.recovery ?? null;
}

export async function keepRecovery(db: Database, recovery: Recovery): Promise<void> {
  await origins(db).updateOne({ _id: 'origin' }, { $set: { recovery } });
}

/** From now on this is where the documents come from. */
export async function endRecovery(db: Database): Promise<void> {
  const collectionId = await ledgerCollectionId(db);
  await origins(db).updateOne({ _id: 'origin' }, { $set: { collectionId, recovery: null } });
}

async function ledgerCollectionId(db: Database): Promise<string> {
  const [ledger] = await db.driver.listCollections({ name: COLLECTIONS.recipients }).toArray();
  return String(ledger && 'info' in ledger ? ledger.info.uuid : '');
}

function originOf(db: Database): Promise<DatabaseOrigin | null> {
  return origins(db).findOne({ _id: 'origin' });
}

function origins(db: Database): Collection<DatabaseOrigin> {
  return db.driver.collection<DatabaseOrigin>(COLLECTIONS.databaseOrigin);
}
