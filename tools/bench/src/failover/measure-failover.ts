import { mongo } from 'mongoose';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnReplicaSet, type SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { withinTime } from '@app/peers/system/within-time';
import type { Measured } from '../figures/measured';
import { installPeers } from '../install-peers';
import { ASKING_OPTIONS, untilTaken, type Claimer } from './claimer';
import { failoverFiguresOf, type FailoverFigures, type FailoverRound } from './figures';
import { otherClaimers } from './other-claimers';
import { ourClaimer } from './our-claimer';

const DEATHS = 5;
const CLAIM_LIMIT_MS = 60_000;
/** Longer than any of them looks by itself: what the last job left behind is over. */
const QUIET_MS = 6_000;

/**
 * Kills the primary of three nodes under idle workers, all queues at once. As soon as a new primary has acknowledged a
 * write, each queue is asked for a job in its own way; measured is from that acknowledgement, and from the kill, to the
 * job's handler.
 */
export async function measureFailover(report: (line: string) => void): Promise<Measured<FailoverFigures>> {
  const set = await spawnReplicaSet({ nodes: 3 });
  const closing: (() => Promise<void>)[] = [() => set.stop()];
  try {
    const claimers = [await ourClaimer(set.uri), ...(await others(set.uri, report))];
    closing.push(...claimers.map((claimer) => () => claimer.close()));
    const probe = await mongo.MongoClient.connect(set.uri, { ...ASKING_OPTIONS, retryWrites: false });
    closing.push(() => probe.close());
    report(`${claimers.map(({ name }) => name).join(', ')}: the primary dies ${DEATHS} times`);
    const rounds: FailoverRound[] = [];
    for (let death = 0; death < DEATHS; death += 1) rounds.push(...(await dieOnce(set, probe, claimers)));
    const { version } = await probe.db('admin').command({ buildInfo: 1 });
    return { figures: failoverFiguresOf(rounds), mongod: String(version) };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function others(uri: string, report: (line: string) => void): Promise<readonly Claimer[]> {
  const load = await installPeers();
  if (!('because' in load)) return otherClaimers(load, uri);
  report(`Agenda and Pulse are skipped: ${load.because}`);
  return [];
}

async function dieOnce(
  set: SpawnedReplicaSet,
  probe: mongo.MongoClient,
  claimers: readonly Claimer[],
): Promise<readonly FailoverRound[]> {
  // Each of them works before, and has nothing to do when the primary dies.
  await Promise.all(claimers.map((claimer) => claimedAt(claimer)));
  await pause(QUIET_MS);
  const primary = await set.primary();
  const killedAt = performance.now();
  await set.kill(primary, 'SIGKILL');
  const writes = probe.db('failover').collection('probes');
  const electedAt = await untilTaken(() => writes.insertOne({}, { writeConcern: { w: 'majority' } }));
  const rounds = await Promise.all(
    claimers.map(async (claimer) => ({
      name: claimer.name,
      electedMs: electedAt - killedAt,
      claimedMs: (await claimedAt(claimer)) - electedAt,
    })),
  );
  await set.restart(primary);
  return rounds;
}

/** Asks for a job; when its handler began, or when that was no longer waited for. */
async function claimedAt(claimer: Claimer): Promise<number> {
  const claimed = claimer.nextClaim();
  await untilTaken(() => claimer.ask());
  return withinTime(CLAIM_LIMIT_MS, `a claim of ${claimer.name}`, claimed).catch(() => performance.now());
}
