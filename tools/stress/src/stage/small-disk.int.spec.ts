import { mongo } from 'mongoose';
import { spawnReplicaSet, type SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { Random } from '../random';
import { fillDisk } from '../faults/fill-disk';
import { limitFiles } from './limited-files';
import { openTmpfs } from './tmpfs';

describe.each([
  ['a small file system', openTmpfs],
  ['a limit on the size of files', limitFiles],
])('a disk that is full by %s', (_, open) => {
  it('ends the mongod on it, which loses nothing and goes on once there is room', async () => {
    const disk = await open();
    // Nobody but root mounts, and only Linux has the other.
    if (!disk) return;
    const { folder } = disk;
    const mongodb = await spawnReplicaSet({ nodes: 1, ...(folder !== undefined && { lastFolder: folder }) });
    try {
      await insert(mongodb, 'before');
      const said = await fillDisk(mongodb, { node: 0, disk }, new Random(1)).strike();
      await insert(mongodb, 'after');
      expect(said).toContain('gave up');
      expect(await stored(mongodb)).toEqual(['before', 'after']);
    } finally {
      await mongodb.stop();
      await disk.close();
    }
  });
});

async function insert({ uri }: SpawnedReplicaSet, when: string): Promise<void> {
  await inNotes(uri, (notes) => notes.insertOne({ when }, { writeConcern: { w: 'majority' } }));
}

function stored({ uri }: SpawnedReplicaSet): Promise<unknown[]> {
  return inNotes(uri, async (notes) => (await notes.find().sort({ _id: 1 }).toArray()).map((note) => note['when']));
}

async function inNotes<T>(uri: string, work: (notes: mongo.Collection) => Promise<T>): Promise<T> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    return await work(client.db('disk').collection('notes'));
  } finally {
    await client.close();
  }
}
