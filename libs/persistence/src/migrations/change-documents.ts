import { MongoServerError } from 'mongodb';
import type { CollectionName } from '../collections';
import type { Database } from '../database';

/** Gives the documents without `missing` these fields; a value may be an expression of the server's. */
export async function complete(db: Database, name: CollectionName, missing: string, fields: object): Promise<void> {
  await db.driver.collection(name).updateMany({ [missing]: { $exists: false } }, [{ $set: fields }]);
}

/** Another one has taken its place; one that is not there is no error. */
export async function dropIndex(db: Database, name: CollectionName, index: string): Promise<void> {
  const standing = await db.driver.collection(name).indexes();
  if (!standing.some((one) => one.name === index)) return;
  await db.driver.collection(name).dropIndex(index).catch(ignoreGone);
}

/** Somebody else, migrating the same database at the same time, was faster. */
function ignoreGone(error: unknown): void {
  const isGone = error instanceof MongoServerError && error.codeName === 'IndexNotFound';
  if (!isGone) throw error;
}
