import { setTimeout as pause } from 'node:timers/promises';
import { processorMs } from '../../servers/processor-ms';
import type { Postgres } from '../../servers/postgres';
import type { LoadPeer } from '../../install-peers';
import { IDLE_MS, PROMPT, type Queue } from './queue';

/** The connections it may have, and the jobs it works on at once. */
const CONNECTIONS = 24;

/** graphile-worker as its manual sets it up, or with its local queue, by which it too claims and completes in batches. */
export type GraphileMode = 'one by one' | 'in batches';

const MODES = {
  'one by one': { concurrency: CONNECTIONS },
  'in batches': {
    preset: {
      worker: {
        concurrentJobs: CONNECTIONS,
        localQueue: { size: 100 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  },
} as const satisfies Record<GraphileMode, object>;

export async function graphileQueue(load: LoadPeer, postgres: Postgres, mode: GraphileMode): Promise<Queue> {
  const { Pool } = load('pg') as { Pool: new (options: object) => Pool };
  const { run, runMigrations, Logger } = load('graphile-worker') as GraphileWorker;
  const server = { host: '127.0.0.1', port: postgres.port, user: 'bench', database: 'postgres', max: CONNECTIONS };
  const pgPool = new Pool(server);
  for (const event of ['error', 'connect']) pgPool.on(event, () => undefined);
  const logger = new Logger(() => () => undefined);
  await runMigrations({ pgPool, logger });

  let handled = (): void => undefined;
  const start = (): Promise<Runner> =>
    run({ pgPool, logger, noHandleSignals: true, taskList: { job: () => handled() }, ...MODES[mode] });
  const left = async (): Promise<number> => {
    const { rows } = await pgPool.query('select count(*)::int as left from graphile_worker.jobs');
    return rows[0]?.left ?? 0;
  };
  return {
    name: `graphile-worker, ${mode}`,
    rounds: 3,
    async fill(count) {
      const add =
        "select graphile_worker.add_job('job', json_build_object('prompt', $1::text)) from generate_series(1, $2)";
      await pgPool.query(add, [PROMPT, count]);
    },
    async calm() {
      await pgPool.query('checkpoint');
    },
    async drain(count) {
      let done = 0;
      const all = new Promise<void>((resolve) => {
        handled = () => {
          if (++done === count) resolve();
        };
      });
      const runner = await start();
      await all;
      while ((await left()) > 0) await pause(1);
      await runner.stop();
    },
    async pickUps(count) {
      const runner = await start();
      const took: number[] = [];
      for (let n = 0; n < count; n += 1) {
        await pause(IDLE_MS);
        const begun = new Promise<number>((resolve) => (handled = () => resolve(performance.now())));
        const askedAt = performance.now();
        const [, at] = await Promise.all([runner.addJob('job', { prompt: PROMPT }), begun]);
        took.push(at - askedAt);
      }
      await runner.stop();
      return took;
    },
    serverMs: () => processorMs(postgres.pid),
    close: () => pgPool.end(),
  };
}

interface Pool {
  query(sql: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly { readonly left?: number }[] }>;
  on(event: string, listener: () => void): void;
  end(): Promise<void>;
}

interface Runner {
  addJob(task: string, payload: object): Promise<unknown>;
  stop(): Promise<void>;
}

interface GraphileWorker {
  readonly run: (options: object) => Promise<Runner>;
  readonly runMigrations: (options: object) => Promise<void>;
  readonly Logger: new (factory: () => () => void) => unknown;
}
