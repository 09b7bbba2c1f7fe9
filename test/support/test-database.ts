import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import { SHARED_REPLICA_SET_URI } from './shared-replica-set';

/** Where a spec finds its own empty database: `mongoose.connect(uri, { dbName: name })`. */
export interface TestDatabase {
  readonly uri: string;
  readonly name: string;
}

/** A database of the calling spec's own in the shared replica set, dropped when the spec is done. Only in `.int.spec.ts` and `.e2e.spec.ts`. */
export function testDatabase(): TestDatabase {
  const uri = process.env[SHARED_REPLICA_SET_URI];
  if (uri === undefined) throw new Error('no replica set was started: name the spec *.int.spec.ts or *.e2e.spec.ts');
  const name = `test-${randomBytes(6).toString('hex')}`;

  afterAll(async () => {
    const client = await mongo.MongoClient.connect(uri);
    await client.db(name).dropDatabase();
    await client.close();
  });
  return { uri, name };
}
