import { spawnReplicaSet, type SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import type { DiskOfNode } from '../faults/fill-disk';
import { limitFiles } from './limited-files';
import { openTmpfs } from './tmpfs';

/** Three nodes, of which the last one's disk can be full; null where this machine has no way to fill one. */
export interface SmallSet {
  readonly mongodb: SpawnedReplicaSet;
  readonly small: DiskOfNode | null;
  stop(): Promise<void>;
}

export async function startSmallSet(): Promise<SmallSet> {
  const disk = (await openTmpfs()) ?? (await limitFiles());
  try {
    const lastFolder = disk?.folder;
    const mongodb = await spawnReplicaSet({ nodes: 3, ...(lastFolder !== undefined && { lastFolder }) });
    return {
      mongodb,
      small: disk && { node: 2, disk },
      async stop() {
        await mongodb.stop();
        await disk?.close();
      },
    };
  } catch (error) {
    await disk?.close();
    throw error;
  }
}
