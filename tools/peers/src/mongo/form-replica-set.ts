import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';

const PRIMARY_LIMIT_MS = 60_000;
const NOT_YET_INITIALIZED = 94;

/**
 * Makes the running nodes with these host names the replica set `rs0` and waits for its primary; `uri` leads directly to
 * one of them. A data folder that was a replica set before is one again, on its new port.
 */
export async function formReplicaSet(uri: string, hosts: readonly string[]): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    const admin = client.db('admin');
    const before = await configOf(admin);
    const members = hosts.map((host, index) => ({ _id: index, host }));
    if (before === undefined) {
      const settings = { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 };
      await admin.command({ replSetInitiate: { _id: 'rs0', members, settings } });
    } else if (before.members.map((member) => member.host).join() !== hosts.join()) {
      // Forced, for a node that no longer finds itself in its configuration can elect nobody.
      const moved = { ...before, version: before.version + 1, members };
      await admin.command({ replSetReconfig: moved, force: true });
    }
    await untilPrimaryStands(admin);
  } finally {
    await client.close();
  }
}

interface ReplicaSetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

async function configOf(admin: mongo.Db): Promise<ReplicaSetConfig | undefined> {
  try {
    const answer = await admin.command({ replSetGetConfig: 1 });
    return answer['config'] as ReplicaSetConfig;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === NOT_YET_INITIALIZED) return undefined;
    throw error;
  }
}

async function untilPrimaryStands(admin: mongo.Db): Promise<void> {
  const giveUpAt = performance.now() + PRIMARY_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    const status = await admin.command({ hello: 1 });
    if (status['primary'] !== undefined) return;
    await pause(20);
  }
  throw new Error('the replica set elected no primary');
}
