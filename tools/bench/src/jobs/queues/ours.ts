import mongoose from 'mongoose';
import { setTimeout as pause } from 'node:timers/promises';
import type { AskedJob } from '@app/llm-jobs/job';
import { Database } from '@app/persistence/database';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { JobStore } from '@app/persistence/jobs/job.store';
import { prepareDatabase } from '@app/persistence/prepare-database';
import type { MongodUnderTest } from '../../servers/mongod-under-test';
import { processorMs } from '../../servers/processor-ms';
import { aJob, RESPONSE } from './a-job';
import { startIdleHost } from './idle-host';
import { IDLE_MS, type Queue } from './queue';

const DATABASE = 'ours';
const BATCH = 100;
const FLOWS = 50;

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
      const host = await startIdleHost(mongod.uri, DATABASE, queue);
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
    serverMs: () => processorMs(mongod.pid),
    async close() {
      await queue.close();
      await db.connection.close();
    },
  };
}
