import { mongo } from 'mongoose';
import { spawnReplicaSet, type SpawnedReplicaSet } from './spawn-mongod';

describe('a replica set whose primary is killed', () => {
  let replicaSet: SpawnedReplicaSet;

  beforeAll(async () => {
    replicaSet = await spawnReplicaSet({ nodes: 3 });
  });

  afterAll(() => replicaSet.stop());

  it('takes writes again by another node, and the killed one comes back', async () => {
    await write('before', replicaSet.uri);
    const killed = await replicaSet.primary();

    await replicaSet.kill(killed, 'SIGKILL');
    expect(await replicaSet.primary()).not.toBe(killed);
    await write('after', replicaSet.uri);

    await replicaSet.restart(killed);
    expect(await written(replicaSet.uri)).toEqual(['before', 'after']);
  });
});

async function write(when: string, uri: string): Promise<void> {
  await inNotes(uri, (notes) => notes.insertOne({ when }, { writeConcern: { w: 'majority' } }));
}

function written(uri: string): Promise<unknown[]> {
  return inNotes(uri, async (notes) => (await notes.find().sort({ _id: 1 }).toArray()).map((note) => note['when']));
}

async function inNotes<T>(uri: string, work: (notes: mongo.Collection) => Promise<T>): Promise<T> {
  const client = await mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(client.db('failover').collection('notes'));
  } finally {
    await client.close();
  }
}
