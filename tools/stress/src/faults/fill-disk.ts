import { setTimeout as pause } from 'node:timers/promises';
import type { SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { withinTime } from '@app/peers/system/within-time';
import type { Random } from '../random';
import type { SmallDisk } from '../stage/small-disk';
import { commandTo } from './command-to';
import type { Fault } from './fault';

/** The disk below one node is full: mongod gives up there, and comes back once there is room. */
export function fillDisk(mongodb: SpawnedReplicaSet, { node, disk }: DiskOfNode, random: Random): Fault {
  return {
    name: 'disk full',
    async strike() {
      const part = (await mongodb.primary()) === node ? 'the primary' : 'a secondary';
      const begun = performance.now();
      await disk.fill(mongodb.pidOf(node));
      // What stands in its preallocated journal needs no room; the checkpoint this asks for does.
      void commandTo(mongodb.uriOf(node), { fsync: 1 }).catch(() => undefined);
      await withinTime(GIVES_UP_WITHIN_MS, 'a mongod to give up on a full disk', mongodb.ended(node));
      const endedAfterMs = Math.round(performance.now() - begun);
      await mongodb.kill(node, 'SIGKILL');
      await pause(random.between(500, 2_000));
      await disk.makeRoom();
      await mongodb.restart(node);
      await mongodb.primary();
      return `node ${node}, ${part}, gave up after ${endedAfterMs} ms and is back`;
    },
  };
}

/** Which node lies on it. */
export interface DiskOfNode {
  readonly node: number;
  readonly disk: SmallDisk;
}

/** A checkpoint is made every minute, whatever becomes of the one that is asked for. */
const GIVES_UP_WITHIN_MS = 90_000;
