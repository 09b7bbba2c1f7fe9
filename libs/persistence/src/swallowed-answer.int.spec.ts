import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import mongoose from 'mongoose';
import { openMongoWire, type MongoWire } from '../../../test/support/mongo-wire';
import { preparedDatabase } from '../../../test/support/prepared-database';
import { testDatabase } from '../../../test/support/test-database';
import { randomKeys } from '../../../test/support/test-keys';
import { Database } from './database';
import { JobQueue } from './jobs/job-queue';
import { KeyRing } from './keys/key-ring';
import { PersistenceModule } from './persistence.module';
import { aJob } from './testing/a-job';
import { askFor } from './testing/ask-for-jobs';

const SILENCE_LIMIT_MS = 1_000;

/** What Nest hangs the modules of a test on. */
@Module({})
class Root {}

@Module({})
class Given {}

const KEYS = { provide: KeyRing, useValue: randomKeys() };

const database = testDatabase();
let db: Database;
let wire: MongoWire;

beforeAll(async () => {
  db = await preparedDatabase(database);
  wire = await openMongoWire(database.uri);
});

afterAll(async () => {
  await wire.stop();
  await db.connection.close();
});

describe('an answer of the database that is lost on the way', () => {
  it('fails a host’s step in time for the next heartbeat, and the step done again finds it done', async () => {
    await askFor(db, [aJob()]);
    const queue = await JobQueue.open(wire.uri, database.name);
    const [job] = await queue.claim('a-host', 1);
    if (!job) throw new Error('nothing was claimed');

    const begunAt = performance.now();
    wire.swallowAnswerTo('completedAt');
    await expect(queue.settle([{ job, response: '{}' }])).rejects.toThrow(/timed out/);
    expect(performance.now() - begunAt).toBeLessThan(8_000);
    expect(await queue.settle([{ job, response: '{}' }])).toEqual([]);
    await queue.close();
  });

  it('is waited for at most 30 s by whoever uses the stores', async () => {
    const given = { module: Given, global: true, providers: [KEYS], exports: [KeyRing] };
    const stores = PersistenceModule.over(database.uri, database.name);
    const app = await NestFactory.createApplicationContext(
      { module: Root, imports: [given, stores] },
      { logger: false },
    );
    expect(app.get(Database).connection.getClient().options.socketTimeoutMS).toBe(30_000);
    await app.close();
  });

  it.each([
    ['a write in it', 'insert'],
    ['its commit', 'commitTransaction'],
  ])('to %s makes a transaction go on over another connection, and count once', async (_, word) => {
    const options = { dbName: database.name, socketTimeoutMS: SILENCE_LIMIT_MS, autoCreate: false, autoIndex: false };
    const connection = await mongoose.createConnection(wire.uri, options).asPromise();
    const through = new Database(connection);
    wire.swallowAnswerTo(word);
    const result = await through.transaction(async (session) => {
      const migration = { _id: word, at: new Date() };
      await through.native(through.migrations).insertOne(migration, { session });
      return 'committed';
    });
    expect(result).toBe('committed');
    expect(await db.migrations.countDocuments({ _id: word })).toBe(1);
    await connection.close();
  });
});
