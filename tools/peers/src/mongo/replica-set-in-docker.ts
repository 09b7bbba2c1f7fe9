import { mkdir } from 'node:fs/promises';
import { dockerEngine } from './docker-engine';
import { formReplicaSet } from './form-replica-set';
import { loopbackContainer } from './loopback-container';
import { refused, type Refusal } from './refusal';
import type { RunningReplicaSet } from './running-replica-set';
import { withinTime } from '../system/within-time';

const IMAGE = 'mongo:7.0';
const PORT = 27017;
const START_LIMIT_MS = 240_000;

/** A replica set of one node in a container, with its data in the folder when one is given; refused without an engine. */
export async function replicaSetInDocker(dataFolder: string | undefined): Promise<RunningReplicaSet | Refusal> {
  const way = `Docker (${IMAGE})`;
  try {
    const engine = await dockerEngine();
    return await withinTime(START_LIMIT_MS, 'the container', startOn(engine, dataFolder, way));
  } catch (cause) {
    return refused(way, cause);
  }
}

async function startOn(engine: string, dataFolder: string | undefined, how: string): Promise<RunningReplicaSet> {
  // Loaded only here: the library takes half a second that most machines without Docker need not spend.
  const library = await import('testcontainers');

  const isHere = engine.startsWith('unix:');
  const description = isHere
    ? loopbackContainer(library, IMAGE, PORT)
    : new library.GenericContainer(IMAGE).withExposedPorts(PORT);
  description
    .withCommand([
      '--replSet',
      'rs0',
      '--bind_ip_all',
      '--storageEngine',
      'wiredTiger',
      '--wiredTigerCacheSizeGB',
      '0.25',
    ])
    .withWaitStrategy(library.Wait.forLogMessage('Waiting for connections'));
  if (dataFolder !== undefined) {
    await mkdir(dataFolder, { recursive: true });
    description.withBindMounts([{ source: dataFolder, target: '/data/db' }]);
    // Else the files would belong to the image's user, and whoever started this could not delete them.
    if (process.getuid && process.getgid) description.withUser(`${process.getuid()}:${process.getgid()}`);
  }

  const container = await description.start();
  const uri = `mongodb://${container.getHost()}:${container.getMappedPort(PORT)}/?directConnection=true`;
  await formReplicaSet(uri, [`127.0.0.1:${PORT}`]);
  return {
    type: 'running',
    uri,
    how,
    async stop() {
      await container.stop();
    },
  };
}
