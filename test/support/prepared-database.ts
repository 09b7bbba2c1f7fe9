import mongoose from 'mongoose';
import { Database } from '@app/persistence/database';
import { prepareDatabase } from '@app/persistence/prepare-database';
import type { TestDatabase } from './test-database';

/** Connects to a test's database, with every collection and index made; close it by its connection. */
export async function preparedDatabase({ uri, name }: TestDatabase): Promise<Database> {
  const connection = mongoose.createConnection(uri, {
    dbName: name,
    autoCreate: false,
    autoIndex: false,
    writeConcern: { w: 'majority' },
  });
  const db = new Database(await connection.asPromise());
  await prepareDatabase(db);
  return db;
}
