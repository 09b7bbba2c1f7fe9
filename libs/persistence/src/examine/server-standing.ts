import type { Db } from 'mongodb';

/** How the server stands; null for what the user who asks may not see. */
export interface ServerStanding {
  /** '' for a server that is in no replica set, and for a sharded cluster's router. */
  readonly replicaSet: string;
  readonly isRouter: boolean;
  readonly members: readonly Member[] | null;
  /** How far the server's clock is ahead of ours. */
  readonly clockAheadMs: number;
  /** Of the file system with the data. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  readonly oplog: { readonly reachesBackMs: number; readonly serverUpMs: number } | null;
}

export interface Member {
  readonly name: string;
  /** PRIMARY, SECONDARY, and so on. */
  readonly state: string;
  readonly isHealthy: boolean;
}

export async function serverStanding(db: Db): Promise<ServerStanding> {
  const asked = Date.now();
  const hello = await db.command({ hello: 1 });
  const middle = (asked + Date.now()) / 2;
  const admin = db.client.db('admin');
  return {
    replicaSet: typeof hello['setName'] === 'string' ? hello['setName'] : '',
    isRouter: hello['msg'] === 'isdbgrid',
    clockAheadMs: (hello['localTime'] as Date).getTime() - middle,
    members: await orNull(async () => membersOf((await admin.command({ replSetGetStatus: 1 })) as ReplicaSetStatus)),
    disk: await orNull(async () => diskOf((await db.command({ dbStats: 1 })) as DatabaseStats)),
    oplog: await orNull(async () => oplogOf((await admin.command({ serverStatus: 1, oplog: 1 })) as ServerStatus)),
  };
}

interface ReplicaSetStatus {
  readonly members: readonly { readonly name: string; readonly stateStr: string; readonly health: number }[];
}

interface DatabaseStats {
  readonly fsUsedSize?: number;
  readonly fsTotalSize?: number;
}

interface ServerStatus {
  readonly uptimeMillis: number | bigint;
  readonly oplog?: { readonly latestOptime: OpTime; readonly earliestOptime: OpTime };
}

/** A timestamp, or a document around one. */
type OpTime = { readonly getHighBits: () => number } | { readonly ts: { readonly getHighBits: () => number } };

function membersOf({ members }: ReplicaSetStatus): Member[] {
  return members.map(({ name, stateStr, health }) => ({ name, state: stateStr, isHealthy: health === 1 }));
}

function diskOf({ fsUsedSize, fsTotalSize }: DatabaseStats): ServerStanding['disk'] {
  if (fsUsedSize === undefined || fsTotalSize === undefined) return null;
  return { freeBytes: fsTotalSize - fsUsedSize, totalBytes: fsTotalSize };
}

function oplogOf({ oplog, uptimeMillis }: ServerStatus): ServerStanding['oplog'] {
  if (!oplog) return null;
  const seconds = secondsOf(oplog.latestOptime) - secondsOf(oplog.earliestOptime);
  return { reachesBackMs: seconds * 1000, serverUpMs: Number(uptimeMillis) };
}

function secondsOf(time: OpTime): number {
  return ('ts' in time ? time.ts : time).getHighBits() >>> 0;
}

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  return ask().catch(() => null);
}
