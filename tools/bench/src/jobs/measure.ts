import type { Queue } from './queues/queue';

/** Jobs of each backlog. */
export const BACKLOG = 1_000;
const WARM_UP = 100;
const PICK_UPS = 100;

/** What one queue did; a round is a backlog of `BACKLOG` jobs. */
export interface Measured {
  readonly name: string;
  readonly roundMs: readonly number[];
  /** Milliseconds of the server's processors for all rounds together. */
  readonly serverMs: number | null;
  readonly pickUpMs: readonly number[];
}

/** Measures the queues by turns, so that a busy moment of the machine meets more than one of them. */
export async function measure(queues: readonly Queue[]): Promise<readonly Measured[]> {
  for (const queue of queues) {
    await queue.fill(WARM_UP);
    await queue.drain(WARM_UP);
  }
  const rounds = new Map(queues.map((queue) => [queue, [] as Round[]]));
  for (let turn = 0; turn < Math.max(...queues.map((queue) => queue.rounds)); turn += 1) {
    for (const [queue, done] of rounds) if (turn < queue.rounds) done.push(await drainOnce(queue));
  }
  const measured: Measured[] = [];
  for (const [queue, done] of rounds) {
    const server = done.map((round) => round.serverMs);
    measured.push({
      name: queue.name,
      roundMs: done.map(({ tookMs }) => tookMs),
      serverMs: server.includes(null) ? null : server.reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
      pickUpMs: await queue.pickUps(PICK_UPS),
    });
  }
  return measured;
}

interface Round {
  readonly tookMs: number;
  readonly serverMs: number | null;
}

async function drainOnce(queue: Queue): Promise<Round> {
  await queue.fill(BACKLOG);
  await queue.calm();
  const [before, begunAt] = [queue.serverMs(), performance.now()];
  await queue.drain(BACKLOG);
  const [tookMs, after] = [performance.now() - begunAt, queue.serverMs()];
  return { tookMs, serverMs: before === null || after === null ? null : after - before };
}
