import { MongoClient, type Collection, type Db } from 'mongodb';
import { setImmediate } from 'node:timers/promises';
import { spawnReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import type { Change } from './change';
import { ChangeFeed, electionOf, type FeedStep, type Follower } from './change-feed';
import type { Watched } from './watched';

const BY_DATABASE: Watched = { by: 'database', collections: ['messages'] };
const BY_COLLECTION: Watched = { by: 'collection', collections: ['messages', 'outbox'] };
const STEPS: readonly FeedStep[] = ['connected', 'timeTaken', 'opened', 'drained'];

const database = testDatabase();
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

describe.each([
  ['the whole database', BY_DATABASE],
  ['single collections', BY_COLLECTION],
])('a feed of %s', (_, watched) => {
  it.each(STEPS)('misses nothing that is stored when it has just %s', async (step) => {
    const messages = await collectionOf(database.uri, database.name);
    const id = `${watched.by}-${step}`;
    const seen = follow(database.uri, database.name, watched, async (reached) => {
      if (reached === step) await insert(messages, id);
    });
    await seen.has(id);
  });

  it('goes on when the collection is dropped under it', async () => {
    const messages = await collectionOf(database.uri, database.name);
    const seen = follow(database.uri, database.name, watched);
    await insert(messages, `${watched.by}-before`);
    await seen.has(`${watched.by}-before`);
    await messages.drop();
    await insert(messages, `${watched.by}-after`);
    await seen.has(`${watched.by}-after`);
  });

  it('says whom a change concerns, and carries no text', async () => {
    const messages = await collectionOf(database.uri, database.name);
    const seen = follow(database.uri, database.name, watched);
    await insert(messages, `${watched.by}-first`);
    await seen.has(`${watched.by}-first`);
    await messages.insertOne({ _id: `${watched.by}-told`, unhandledFor: 'c-1', text: 'private' } as never);
    const change = await seen.change(`${watched.by}-told`);
    expect(change).toEqual({
      collection: 'messages',
      operation: 'insert',
      id: `${watched.by}-told`,
      set: { unhandledFor: 'c-1' },
    });
  });
});

describe.each([
  ['the whole database', 'database'],
  ['single collections', 'collection'],
] as const)('a feed of %s that is woken by some values only', (_, by) => {
  it('tells of these, stored or set, and of no others', async () => {
    const messages = await collectionOf(database.uri, database.name);
    const waking = { messages: { state: ['new'], unhandledFor: 'any' } } as const;
    const seen = follow(database.uri, database.name, { by, collections: ['messages'], waking });
    await insert(messages, `${by}-open`);
    await seen.has(`${by}-open`);
    await messages.insertOne({ _id: `${by}-new`, state: 'new' } as never);
    await messages.insertOne({ _id: `${by}-filed`, state: 'filed' } as never);
    await set(messages, `${by}-new`, { state: 'filed' });
    await set(messages, `${by}-filed`, { state: 'new' });
    await set(messages, `${by}-new`, { unhandledFor: 'c-1' });
    await eventually('the last change', () =>
      Promise.resolve(seen.told.some((change) => change.set.unhandledFor) || null),
    );
    expect(seen.told.map((change) => [change.id, change.set])).toEqual([
      [`${by}-new`, { state: 'new' }],
      [`${by}-filed`, { state: 'new' }],
      [`${by}-new`, { unhandledFor: 'c-1' }],
    ]);
  });
});

describe('the standing of a feed', () => {
  it('is that it follows once it has drained, and how often it was interrupted', async () => {
    const messages = await collectionOf(database.uri, database.name);
    const feed = new ChangeFeed(database.uri, database.name, BY_COLLECTION);
    expect(feed.standing).toMatchObject({ isFollowing: false, interruptions: 0 });
    expect(feed.standing.lagMs).toBeGreaterThan(0);

    const seen = followBy(feed, database.uri, database.name);
    await insert(messages, 'standing-before');
    await seen.has('standing-before');
    await eventually('it to follow', () => Promise.resolve(feed.standing.isFollowing || null));
    expect(feed.standing).toEqual({ isFollowing: true, lagMs: 0, interruptions: 0 });

    await messages.drop();
    await eventually('it to be interrupted', () => Promise.resolve(feed.standing.interruptions > 0 || null));
    await eventually('it to follow again', () => Promise.resolve(feed.standing.isFollowing || null));
  });
});

describe('a feed whose history is lost', () => {
  const HISTORY_LOST = 286;

  it.each(['aggregate', 'getMore'])(
    'at its %s begins again and misses nothing',
    async (command) => {
      const replicaSet = await spawnReplicaSet({ nodes: 1, failPoints: true });
      open.push(() => replicaSet.stop());
      const messages = await collectionOf(replicaSet.uri, 'history');
      let isLost = false;
      const seen = follow(replicaSet.uri, 'history', BY_DATABASE, async (step) => {
        if (step !== 'timeTaken' || isLost) return;
        isLost = true;
        await insert(messages, 'while-away');
        await messages.db.admin().command({
          configureFailPoint: 'failCommand',
          mode: { times: 1 },
          data: { failCommands: [command], errorCode: HISTORY_LOST, appName: 'change-feed' },
        });
      });
      await seen.has('while-away');
      await insert(messages, 'afterwards');
      await seen.has('afterwards');
      expect(seen.interruptions.map(codeOf)).toContain(HISTORY_LOST);
    },
    60_000,
  );
});

describe('a feed whose only mongod is killed and started again', () => {
  it('misses nothing, and hears of the first new write within a second', async () => {
    const replicaSet = await spawnReplicaSet({ nodes: 1 });
    open.push(() => replicaSet.stop());
    const messages = await collectionOf(replicaSet.uri, 'restart');
    const seen = follow(replicaSet.uri, 'restart', BY_DATABASE);
    await insert(messages, 'before');
    await seen.has('before');

    await replicaSet.kill(0, 'SIGKILL');
    await replicaSet.restart(0);
    const acknowledged = await insertUntilAcknowledged(messages, 'after');
    await seen.has('after');
    expect(seen.at('after') - acknowledged).toBeLessThan(1000);
  }, 90_000);

  it('never falls silent, however busy its process is when the connections close', async () => {
    const replicaSet = await spawnReplicaSet({ nodes: 1 });
    open.push(() => replicaSet.stop());
    const messages = await collectionOf(replicaSet.uri, 'busy');
    const feeds = Array.from({ length: 30 }, () => follow(replicaSet.uri, 'busy', BY_DATABASE));
    await insert(messages, 'before');
    await Promise.all(feeds.map((seen) => seen.has('before')));

    const isBack = new AbortController();
    void keepBusy(isBack.signal);
    await replicaSet.kill(0, 'SIGKILL');
    await replicaSet.restart(0);
    isBack.abort();
    await insertUntilAcknowledged(messages, 'after');
    await Promise.all(feeds.map((seen) => seen.has('after')));
  }, 90_000);
});

describe('a feed whose primary of three is killed', () => {
  it('misses nothing, and hears of the first write to the new primary within a second', async () => {
    const replicaSet = await spawnReplicaSet({ nodes: 3 });
    open.push(() => replicaSet.stop());
    const messages = await collectionOf(replicaSet.uri, 'failover');
    const seen = follow(replicaSet.uri, 'failover', BY_DATABASE);
    await insert(messages, 'before');
    await seen.has('before');

    await replicaSet.kill(await replicaSet.primary(), 'SIGKILL');
    const acknowledged = await insertUntilAcknowledged(messages, 'after');
    await seen.has('after');
    expect(seen.at('after') - acknowledged).toBeLessThan(1000);
  }, 120_000);
});

/** Lets everything else wait for long moments, as a process does that has much to do. */
async function keepBusy(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const until = performance.now() + 40;
    while (performance.now() < until);
    await setImmediate();
  }
}

interface Messages {
  readonly collection: Collection<{ _id: string }>;
  readonly db: Db;
  drop(): Promise<unknown>;
  insertOne(document: never): Promise<unknown>;
}

async function collectionOf(uri: string, name: string): Promise<Messages> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 1000 }).connect();
  open.push(() => client.close());
  const db = client.db(name);
  const collection = db.collection<{ _id: string }>('messages');
  return { collection, db, drop: () => collection.drop(), insertOne: (document) => collection.insertOne(document) };
}

async function insert({ collection }: Messages, id: string): Promise<void> {
  await collection.insertOne({ _id: id }, { writeConcern: { w: 'majority' } });
}

async function set({ collection }: Messages, id: string, fields: Change['set']): Promise<void> {
  await collection.updateOne({ _id: id }, { $set: fields as never });
}

/** Tries until a primary takes it; the time of the acknowledgement. */
async function insertUntilAcknowledged(messages: Messages, id: string): Promise<number> {
  return eventually(
    'a write to be acknowledged',
    () =>
      messages.collection
        .updateOne({ _id: id }, { $set: { tried: true } as never }, { upsert: true, writeConcern: { w: 'majority' } })
        .then(() => performance.now())
        .catch(() => null),
    40_000,
  );
}

function follow(uri: string, name: string, watched: Watched, onStep?: (step: FeedStep) => Promise<void>): Seen {
  return followBy(new ChangeFeed(uri, name, watched, onStep), uri, name);
}

function followBy(feed: ChangeFeed, uri: string, name: string): Seen {
  const seen = new Seen(uri, name);
  const stopping = new AbortController();
  const following = feed.follow(seen, stopping.signal);
  open.unshift(async () => {
    stopping.abort();
    await following;
    await seen.client.close();
  });
  return seen;
}

/** Remembers what it was told of, be it by the drain or by the stream. */
class Seen implements Follower {
  readonly client: MongoClient;
  readonly interruptions: unknown[] = [];
  /** By the stream. */
  readonly told: Change[] = [];
  private readonly times = new Map<string, number>();

  constructor(
    uri: string,
    private readonly name: string,
  ) {
    this.client = new MongoClient(uri, { serverSelectionTimeoutMS: 1000 });
  }

  election(): Promise<string> {
    return electionOf(this.client.db(this.name));
  }

  async drain(): Promise<void> {
    const waiting = this.client.db(this.name).collection<{ _id: string }>('messages').find();
    for await (const { _id } of waiting) this.note(_id);
  }

  wake(change: Change): void {
    this.told.push(change);
    this.note(change.id);
  }

  interrupted(error: unknown): void {
    this.interruptions.push(error);
  }

  at(id: string): number {
    return this.times.get(id) ?? Infinity;
  }

  async has(id: string, withinMs = 15_000): Promise<void> {
    await eventually(`the feed to tell of ${id}`, () => Promise.resolve(this.times.has(id) || null), withinMs);
  }

  change(id: string): Promise<Change> {
    return eventually(`the change ${id}`, () => Promise.resolve(this.told.find((change) => change.id === id) ?? null));
  }

  private note(id: string): void {
    if (!this.times.has(id)) this.times.set(id, performance.now());
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
