import { setTimeout as pause } from 'node:timers/promises';
import { processorMs } from '../../servers/processor-ms';
import type { MongodUnderTest } from '../../servers/mongod-under-test';
import type { LoadPeer } from '../../install-peers';
import { IDLE_MS, PROMPT, type Queue } from './queue';

/** As many jobs at once as our host holds. */
const CONCURRENCY = 100;

/** Agenda over the same mongod, with its indexes and its change stream, which spares it the polling. */
export async function agendaQueue(load: LoadPeer, mongod: MongodUnderTest): Promise<Queue> {
  const { MongoClient } = load('mongodb') as { MongoClient: Driver };
  const { Agenda } = load('agenda') as { Agenda: new (options: object) => Agenda };
  const { MongoBackend, MongoChangeStreamNotificationChannel } = load('@agendajs/mongo-backend') as Backends;

  const client = await MongoClient.connect(mongod.uri, { maxPoolSize: CONCURRENCY });
  const db = client.db('agenda');
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, ensureIndex: true }),
    notificationChannel: new MongoChangeStreamNotificationChannel({ db }),
    processEvery: '5 seconds',
    maxConcurrency: CONCURRENCY,
  });
  let handled = (): void => undefined;
  agenda.define('job', () => handled(), { concurrency: CONCURRENCY, lockLimit: 2 * CONCURRENCY });
  await agenda.ready;

  return {
    name: 'Agenda',
    rounds: 1,
    async fill(count) {
      await Promise.all(Array.from({ length: count }, () => agenda.now('job', { prompt: PROMPT })));
    },
    calm: () => mongod.calm(),
    async drain(count) {
      let done = 0;
      // It tells of a job as complete when that is stored.
      const all = new Promise<void>((resolve) => {
        agenda.on('complete', () => ++done === count && resolve());
      });
      await agenda.start();
      await all;
      await agenda.stop();
      agenda.removeAllListeners('complete');
    },
    async pickUps(count) {
      await agenda.start();
      const took: number[] = [];
      for (let n = 0; n < count; n += 1) {
        await pause(IDLE_MS);
        const begun = new Promise<number>((resolve) => (handled = () => resolve(performance.now())));
        const askedAt = performance.now();
        const [, at] = await Promise.all([agenda.now('job', { prompt: PROMPT }), begun]);
        took.push(at - askedAt);
      }
      await agenda.stop();
      return took;
    },
    serverMs: () => processorMs(mongod.pid),
    close: () => client.close(),
  };
}

interface Agenda {
  readonly ready: Promise<unknown>;
  define(name: string, handle: () => void, options: object): void;
  now(name: string, payload: object): Promise<unknown>;
  on(event: 'complete', listener: () => void): void;
  removeAllListeners(event: 'complete'): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Driver {
  connect(uri: string, options: object): Promise<{ db(name: string): unknown; close(): Promise<void> }>;
}

interface Backends {
  readonly MongoBackend: new (options: object) => unknown;
  readonly MongoChangeStreamNotificationChannel: new (options: object) => unknown;
}
