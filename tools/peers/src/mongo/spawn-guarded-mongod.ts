import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { freePort } from '../system/free-port';
import { formReplicaSet } from './form-replica-set';
import { startMongod, type MongodPlace } from './mongod-process';
import { resolveMongodBinary } from './resolve-mongod-binary';

/** A replica set of one node that lets in nobody without a password. */
export interface GuardedMongod {
  /** Where a user logs in whom this database knows; the one who may do everything when no user is named. */
  uriOf(user?: string, password?: string, database?: string): string;
  stop(): Promise<void>;
}

const ROOT = { user: 'root', password: 'root-password' };

/** Spawns it in a folder that goes with it. Users are asked for only once the set is formed and its first user stands. */
export async function spawnGuardedMongod(): Promise<GuardedMongod> {
  const { path: binary } = await resolveMongodBinary(() => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'sales-agent-mongo-'));
  const place: MongodPlace = { binary, folder, port: await freePort(), ephemeral: true };
  const host = `127.0.0.1:${place.port}`;
  await formWithFirstUser(place, host);

  const keyFile = join(folder, 'members.key');
  await writeFile(keyFile, randomBytes(48).toString('base64'), { mode: 0o600 });
  const mongod = await startMongod({ ...place, keyFile });
  return {
    uriOf: (user = ROOT.user, password = ROOT.password, database = 'admin') =>
      `mongodb://${user}:${password}@${host}/?replicaSet=rs0&authSource=${database}`,
    async stop() {
      await mongod.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function formWithFirstUser(place: MongodPlace, host: string): Promise<void> {
  const mongod = await startMongod(place);
  await formReplicaSet(`mongodb://${host}/?directConnection=true`, [host]);
  const client = await mongo.MongoClient.connect(`mongodb://${host}/?replicaSet=rs0`);
  await client.db('admin').command({ createUser: ROOT.user, pwd: ROOT.password, roles: ['root'] });
  await client.close();
  await mongod.end('SIGTERM');
}
