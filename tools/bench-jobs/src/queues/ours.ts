import mongoose from 'mongoose';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { JOB_CONTRACTS } from '@app/llm-jobs/contracts';
import { PRIORITIES, type AskedJob } from '@app/llm-jobs/job';
import { COLLECTIONS } from '@app/persistence/collections';
import { Database } from '@app/persistence/database';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { JobStore } from '@app/persistence/jobs/job.store';
import { prepareDatabase } from '@app/persistence/prepare-database';
import type { MongodUnderTest } from '../servers/mongod';
import { serverMs } from '../servers/server-ms';
import { IDLE_MS, PROMPT, type Queue } from './queue';

const DATABASE = 'ours';
const BATCH = 100;
const FLOWS = 50;
const RESPONSE = '{"intents":["acknowledged"],"language":"en","day":"","addresses":[],"evidence":["thanks"]}';

/** Our own queue: asked for in a transaction, woken by a change stream, claimed and settled in batches. */
export async function ourQueue(mongod: MongodUnderTest): Promise<Queue> {
  const options = { dbName: DATABASE, autoCreate: false, autoIndex: false };
  const db = new Database(await mongoose.createConnection(mongod.uri, options).asPromise());
  await prepareDatabase(db);
  const store = new JobStore(db);
  const queue = await JobQueue.open(mongod.uri, DATABASE);
  const ask = (jobs: readonly AskedJob[]): Promise<void> => db.transaction((session) => store.insert(session, jobs));

  return {
    name: 'ours',
    rounds: 3,
    fill: (count) => ask(Array.from({ length: count }, (_, n) => aJob(`flow-${n % FLOWS}`))),
    calm: () => mongod.calm(),
    async drain() {
      let settled: Promise<unknown> = Promise.resolve();
      for (;;) {
        const claimed = await queue.claim('bench', BATCH);
        await settled;
        if (claimed.length === 0) return;
        settled = queue.settle(claimed.map((job) => ({ job, response: RESPONSE })));
      }
    },
    async pickUps(count) {
      const host = await startHost(mongod.uri, queue);
      const took: number[] = [];
      for (let n = 0; n < count; n += 1) {
        await pause(IDLE_MS);
        const begun = host.nextJob();
        const askedAt = performance.now();
        const [, at] = await Promise.all([ask([aJob('flow')]), begun]);
        took.push(at - askedAt);
      }
      await host.stop();
      return took;
    },
    serverMs: () => serverMs(mongod.pid),
    async close() {
      await queue.close();
      await db.connection.close();
    },
  };
}

function aJob(flow: string): AskedJob {
  const { version, response: schema } = JOB_CONTRACTS.understand;
  return {
    ...{ _id: randomUUID(), kind: 'understand', version, model: 'none', prompt: PROMPT, schema, input: {} },
    ...{ priority: PRIORITIES.interactive, flow },
  };
}

interface IdleHost {
  /** When the handler of the next job begins. */
  nextJob(): Promise<number>;
  stop(): Promise<void>;
}

/** A host that waits for its feed, and claims one job when that says there is one. */
async function startHost(uri: string, queue: JobQueue): Promise<IdleHost> {
  let handled = (_at: number): void => undefined;
  const stop = new AbortController();
  const feed = new ChangeFeed(uri, DATABASE, {
    by: 'collection',
    collections: [COLLECTIONS.llmJobs],
    waking: { [COLLECTIONS.llmJobs]: { pendingAt: 'any' } },
  });
  const work = async (): Promise<void> => {
    const [job] = await queue.claim('bench', 1);
    if (!job) return;
    handled(performance.now());
    await queue.settle([{ job, response: RESPONSE }]);
  };
  let isDrained = (): void => undefined;
  const drained = new Promise<void>((resolve) => (isDrained = resolve));
  const follower = {
    drain() {
      isDrained();
      return Promise.resolve();
    },
    election: () => queue.election(),
    wake: () => void work(),
  };
  const following = feed.follow(follower, stop.signal);
  await drained;
  return {
    nextJob: () => new Promise((resolve) => (handled = resolve)),
    async stop() {
      stop.abort();
      await following;
    },
  };
}
