import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { formReplicaSet } from './form-replica-set';
import { freePort } from '../system/free-port';
import { startMongod, type MongodPlace, type MongodProcess } from './mongod-process';
import { resolveMongodBinary } from './resolve-mongod-binary';

const PRIMARY_LIMIT_MS = 60_000;

/** A replica set whose nodes a fault test ends and starts again one by one; nodes are counted from 0. */
export interface SpawnedReplicaSet {
  readonly uri: string;
  /** Ends a node and waits until it is gone. */
  kill(node: number, signal: NodeJS.Signals): Promise<void>;
  /** Starts an ended node on its old port and folder. */
  restart(node: number): Promise<void>;
  /** Waits for a primary and says which node it is. */
  primary(): Promise<number>;
  stop(): Promise<void>;
}

export interface SpawnedShape {
  readonly nodes: 1 | 3;
  /** Whether the server takes `configureFailPoint`, by which a test makes it answer with an error. */
  readonly failPoints?: boolean;
}

/** Spawns one or three `mongod` of our own as a replica set, in folders that go with it; elections take about 3 s. */
export async function spawnReplicaSet({ nodes, failPoints }: SpawnedShape): Promise<SpawnedReplicaSet> {
  const binary = await resolveMongodBinary(() => undefined);
  const places = await Promise.all(Array.from({ length: nodes }, () => freshPlace(binary.path, failPoints ?? false)));
  const running = new Map<number, MongodProcess>();
  await Promise.all(places.map(async (place, node) => running.set(node, await startMongod(place))));

  const hosts = places.map((place) => `127.0.0.1:${place.port}`);
  await formReplicaSet(`mongodb://${hosts[0]}/?directConnection=true`, hosts);

  return {
    uri: `mongodb://${hosts.join()}/?replicaSet=rs0`,
    async kill(node, signal) {
      await running.get(node)?.end(signal);
      running.delete(node);
    },
    async restart(node) {
      const place = places[node];
      if (place === undefined || running.has(node)) throw new Error(`node ${node} is not one that was ended`);
      running.set(node, await startMongod(place));
    },
    primary: () => primaryAmong(running),
    async stop() {
      await Promise.all([...running.values()].map((mongod) => mongod.end('SIGKILL')));
      await Promise.all(places.map((place) => rm(place.folder, { recursive: true, force: true })));
    },
  };
}

async function freshPlace(binary: string, failPoints: boolean): Promise<MongodPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'sales-agent-mongo-'));
  return { binary, folder, port: await freePort(), ephemeral: true, failPoints };
}

async function primaryAmong(running: ReadonlyMap<number, MongodProcess>): Promise<number> {
  const giveUpAt = performance.now() + PRIMARY_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    for (const [node, mongod] of running) {
      if (await isPrimary(mongod.port)) return node;
    }
    await pause(50);
  }
  throw new Error('the replica set elected no primary');
}

async function isPrimary(port: number): Promise<boolean> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 500,
  });
  try {
    const answer = await client.db('admin').command({ hello: 1 });
    return answer['isWritablePrimary'] === true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
