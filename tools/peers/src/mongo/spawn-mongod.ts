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
  /** Leads to this node alone, whatever part it plays. */
  uriOf(node: number): string;
  /** The process id of a node that runs. */
  pidOf(node: number): number;
  /** Resolves once a node is gone, whatever ended it; `kill` it then to start it again. */
  ended(node: number): Promise<void>;
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
  /** How long the history of each node is; without it as long as the disk allows. */
  readonly oplogMegabytes?: number;
  /** A folder of the caller's in which the last node keeps its data; else that goes with it like the others'. */
  readonly lastFolder?: string;
}

/** Spawns one or three `mongod` of our own as a replica set, in folders that go with it; elections take about 3 s. */
export async function spawnReplicaSet({ nodes, lastFolder, ...settings }: SpawnedShape): Promise<SpawnedReplicaSet> {
  const binary = await resolveMongodBinary(() => undefined);
  const folders = Array.from({ length: nodes }, (_, node) => (node === nodes - 1 ? lastFolder : undefined));
  const places = await Promise.all(folders.map((folder) => placeFor(binary.path, folder, settings)));
  const running = new Map<number, MongodProcess>();
  await Promise.all(places.map(async (place, node) => running.set(node, await startMongod(place))));

  const hosts = places.map((place) => `127.0.0.1:${place.port}`);
  const uriOf = (node: number): string => `mongodb://${hosts[node]}/?directConnection=true`;
  await formReplicaSet(uriOf(0), hosts);

  return {
    uri: `mongodb://${hosts.join()}/?replicaSet=rs0`,
    uriOf,
    pidOf: (node) => runningOne(node).pid,
    async ended(node) {
      await runningOne(node).ended;
    },
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
      const ours = places.filter(({ ephemeral }) => ephemeral);
      await Promise.all(ours.map(({ folder }) => rm(folder, { recursive: true, force: true })));
    },
  };

  function runningOne(node: number): MongodProcess {
    const mongod = running.get(node);
    if (mongod === undefined) throw new Error(`node ${node} does not run`);
    return mongod;
  }
}

async function placeFor(
  binary: string,
  given: string | undefined,
  settings: Pick<SpawnedShape, 'failPoints' | 'oplogMegabytes'>,
): Promise<MongodPlace> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'sales-agent-mongo-')));
  return { binary, folder, port: await freePort(), ephemeral: given === undefined, ...settings };
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
