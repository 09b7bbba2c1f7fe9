import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { testDatabase } from '../../../../test/support/test-database';
import { startReplicaSet } from './resolve-replica-set';

describe('the shared replica set of a test run', () => {
  const { uri, name } = testDatabase();

  it('lets a spec commit a transaction in a database of its own', async () => {
    const client = await mongo.MongoClient.connect(uri);
    const notes = client.db(name).collection('notes');
    await client.withSession((session) => session.withTransaction(() => notes.insertOne({ seen: true }, { session })));
    expect(await notes.countDocuments()).toBe(1);
    await client.close();
  });
});

describe('an operator whose data lasts in a folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lasting-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('finds what was written before at the next start, though the port is another', async () => {
    const first = await startReplicaSet({ dataFolder: folder, report: () => undefined });
    await write(first.uri);
    await first.stop();

    const second = await startReplicaSet({ dataFolder: folder, report: () => undefined });
    expect(await count(second.uri)).toBe(1);
    expect(second.uri).not.toBe(first.uri);
    await second.stop();
  });

  it('cannot start a second time on it while the first still runs', async () => {
    const first = await startReplicaSet({ dataFolder: folder, report: () => undefined });

    await expect(startReplicaSet({ dataFolder: folder, report: () => undefined })).rejects.toThrow(
      'Another mongod instance is already running',
    );
    await first.stop();
  });
});

async function write(uri: string): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  await client
    .db('lasting')
    .collection('notes')
    .insertOne({ written: true }, { writeConcern: { w: 'majority' } });
  await client.close();
}

async function count(uri: string): Promise<number> {
  const client = await mongo.MongoClient.connect(uri);
  const found = await client.db('lasting').collection('notes').countDocuments();
  await client.close();
  return found;
}
