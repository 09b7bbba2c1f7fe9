import { COLLECTIONS } from '@app/persistence/collections';
import type { Database } from '@app/persistence/database';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { checkKeys } from '@app/persistence/keys/check-keys';
import { keysInUse } from '@app/persistence/keys/keys-in-use';
import { missingMigrations } from '@app/persistence/migrations/migrate';

/** Makes sure the database is one we can work on with these keys; throws `DatabaseUnready` with what to do. */
export async function checkDatabase(db: Database, keys: KeyRing): Promise<void> {
  const { driver } = db;
  const hello = await driver.command({ hello: 1 });
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
    throw new DatabaseUnready(
      'MongoDB is not a replica set, and change streams need one; start mongod with --replSet.',
    );
  }
  const standing = await driver.listCollections({}, { nameOnly: true }).toArray();
  const missing = Object.values(COLLECTIONS).filter((name) => !standing.some((collection) => collection.name === name));
  if (missing.length > 0 || (await missingMigrations(db)).length > 0) {
    throw new DatabaseUnready(`The database "${driver.databaseName}" is not prepared; run \`sales-agent init\` first.`);
  }
  checkKeys(await keysInUse(db), keys);
}

/** The database is there, but not as the services need it. */
export class DatabaseUnready extends Error {
  readonly code = 'DATABASE_UNREADY';
}
