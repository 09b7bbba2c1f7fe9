import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formReplicaSet } from './form-replica-set';
import { freePort } from '../system/free-port';
import { startMongod } from './mongod-process';
import { replicaSetInDocker } from './replica-set-in-docker';
import { resolveMongodBinary } from './resolve-mongod-binary';
import type { RunningReplicaSet } from './running-replica-set';

/** Where the data stays (nowhere when left out), and who hears one line for each way that was refused. */
export interface ReplicaSetRequest {
  readonly dataFolder?: string;
  readonly report: (line: string) => void;
}

/**
 * A MongoDB replica set to work with: TEST_MONGODB_URI as it is, else a container, else a `mongod` found or downloaded.
 * Data in `dataFolder` lasts and is found again by the next start. Throws NoMongoDbError when nothing led to one.
 */
export async function startReplicaSet({ dataFolder, report }: ReplicaSetRequest): Promise<RunningReplicaSet> {
  const given = process.env['TEST_MONGODB_URI'];
  if (given !== undefined && given !== '') {
    return { type: 'running', uri: given, how: 'TEST_MONGODB_URI', stop: () => Promise.resolve() };
  }
  report('TEST_MONGODB_URI: not set');

  const contained = await replicaSetInDocker(dataFolder);
  if (contained.type === 'running') return contained;
  report(contained.line);

  const binary = await resolveMongodBinary(report);
  return startFromBinary(binary, dataFolder);
}

async function startFromBinary(
  binary: { readonly path: string; readonly how: string },
  dataFolder: string | undefined,
): Promise<RunningReplicaSet> {
  const ephemeral = dataFolder === undefined;
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'sales-agent-mongo-')));
  await mkdir(folder, { recursive: true });

  const mongod = await startMongod({ binary: binary.path, folder, port: await freePort(), ephemeral });
  const host = `127.0.0.1:${mongod.port}`;
  try {
    await formReplicaSet(`mongodb://${host}/?directConnection=true`, [host]);
  } catch (cause) {
    await mongod.end('SIGTERM');
    throw cause;
  }
  return {
    type: 'running',
    uri: `mongodb://${host}/?replicaSet=rs0`,
    how: binary.how,
    async stop() {
      await mongod.end(ephemeral ? 'SIGKILL' : 'SIGTERM');
      if (ephemeral) await rm(folder, { recursive: true, force: true });
    },
  };
}
