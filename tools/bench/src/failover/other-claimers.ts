import type { LoadPeer } from '../install-peers';
import { ASKING_OPTIONS, type Claimer } from './claimer';

/** What Agenda and its descendant Pulse have in common. */
interface Scheduler {
  define(name: string, handle: () => Promise<void>): void;
  now(name: string, payload: object): Promise<unknown>;
  on(event: 'ready' | 'error', listener: (error: unknown) => void): void;
  start(): Promise<void>;
  stop(): Promise<unknown>;
}

interface Driver {
  connect(uri: string, options: object): Promise<{ db(name: string): unknown; close(): Promise<void> }>;
}

/** Agenda with its change stream, and Pulse, which polls: each as its manual sets it up, looking every 5 s besides. */
export async function otherClaimers(load: LoadPeer, uri: string): Promise<readonly Claimer[]> {
  const { MongoClient } = load('mongodb') as { readonly MongoClient: Driver };
  const { Agenda } = load('agenda') as { readonly Agenda: new (options: object) => Scheduler };
  const { MongoBackend, MongoChangeStreamNotificationChannel } = load('@agendajs/mongo-backend') as Backends;
  const { Pulse } = load('@pulsecron/pulse') as { readonly Pulse: new (options: object) => Scheduler };

  const agenda = (db: unknown): Scheduler =>
    new Agenda({
      backend: new MongoBackend({ mongo: db, ensureIndex: true }),
      notificationChannel: new MongoChangeStreamNotificationChannel({ db }),
      processEvery: LOOKS_EVERY,
    });
  // Pulse has an older driver of its own, and works with a database of this one.
  const pulse = (db: unknown): Scheduler => new Pulse({ mongo: db, processEvery: LOOKS_EVERY });

  const started: Claimer[] = [];
  for (const [name, make] of [
    ['Agenda', agenda],
    ['Pulse', pulse],
  ] as const) {
    const database = `failover-${name.toLowerCase()}`;
    const worker = await MongoClient.connect(uri, {});
    const asker = await MongoClient.connect(uri, ASKING_OPTIONS);
    started.push(await claimerOf(name, make, [worker, asker], database));
  }
  return started;
}

type Client = Awaited<ReturnType<Driver['connect']>>;

async function claimerOf(
  name: string,
  make: (db: unknown) => Scheduler,
  [worker, asker]: readonly [Client, Client],
  database: string,
): Promise<Claimer> {
  let handled = (): void => undefined;
  const working = make(worker.db(database));
  const asking = make(asker.db(database));
  // Without a listener an error would end this process.
  for (const scheduler of [working, asking]) scheduler.on('error', () => undefined);
  const handle = (): Promise<void> => {
    handled();
    return Promise.resolve();
  };
  working.define(JOB, handle);
  asking.define(JOB, handle);
  await working.start();
  return {
    name,
    async ask() {
      await asking.now(JOB, {});
    },
    nextClaim: () => new Promise((resolve) => (handled = () => resolve(performance.now()))),
    async close() {
      await working.stop();
      await asker.close();
      await worker.close();
    },
  };
}

const JOB = 'job';
/** What both take by default. */
const LOOKS_EVERY = '5 seconds';

interface Backends {
  readonly MongoBackend: new (options: object) => unknown;
  readonly MongoChangeStreamNotificationChannel: new (options: object) => unknown;
}
