import { mongo } from 'mongoose';
import { spawnReplicaSet } from '@app/peers/mongo/spawn-mongod';

/** The mongod that the MongoDB queues share, one after the other. */
export interface MongodUnderTest {
  readonly uri: string;
  readonly pid: number;
  readonly version: string;
  /** Has everything written down that is still only in memory. */
  calm(): Promise<void>;
  stop(): Promise<void>;
}

/** Always one of our own: the time it uses is read from the process table. */
export async function startMongodUnderTest(): Promise<MongodUnderTest> {
  const set = await spawnReplicaSet({ nodes: 1 });
  const client = await mongo.MongoClient.connect(set.uri);
  const admin = client.db('admin');
  const status = await admin.command({ serverStatus: 1 });
  return {
    uri: set.uri,
    pid: Number(status['pid']),
    version: String(status['version']),
    async calm() {
      await admin.command({ fsync: 1 });
    },
    async stop() {
      await client.close();
      await set.stop();
    },
  };
}
