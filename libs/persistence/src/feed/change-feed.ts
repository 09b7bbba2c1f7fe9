import { MongoClient, type ChangeStream, type ChangeStreamDocument, type Db, type Timestamp } from 'mongodb';
import { once } from 'node:events';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { CollectionName } from '../collections';
import type { CarriedFields, Change } from './change';
import { feedPipeline } from './feed-pipeline';
import type { Watched } from './watched';

/** Who lives by the feed: told of every change, and asked to look at everything once before the changes are followed. */
export interface Follower {
  /** Reads, in pages, whatever waits by now. */
  drain(): Promise<void>;
  /** The election that made the primary this follower reads from: the drain must not have read from another. */
  election(): Promise<string>;
  wake(change: Change): void;
  /** The feed broke and starts again; nothing is lost by it. */
  interrupted?(error: unknown): void;
}

export interface FeedStanding {
  readonly isFollowing: boolean;
  /** How long ago it last was following, or was made if it never was; 0 while it is. */
  readonly lagMs: number;
  /** How often it broke and began again. */
  readonly interruptions: number;
}

/** Where a feed stands; a test stops it between each two of these steps. */
export type FeedStep = 'connected' | 'timeTaken' | 'opened' | 'drained';

/**
 * The only place that calls `watch()`. A stream is a hint and keeps no resume token: after any error the feed takes the
 * time of a majority read, opens the streams from there, has them answered, drains on the same primary, and follows.
 */
export class ChangeFeed {
  private readonly client: MongoClient;
  private readonly db: Db;
  private isFollowing = false;
  private followedUntil = performance.now();
  private interruptions = 0;

  constructor(
    uri: string,
    dbName: string,
    private readonly watched: Watched,
    private readonly onStep: (step: FeedStep) => Promise<void> | void = () => undefined,
  ) {
    // A client of its own: with the driver's default of 30 s a stream stays silent long after a new primary stands.
    this.client = new MongoClient(uri, {
      serverSelectionTimeoutMS: 2000,
      maxPoolSize: 10,
      appName: 'change-feed',
    });
    this.db = this.client.db(dbName);
  }

  /** Follows until the signal aborts. Never throws: whatever breaks, it begins again with backoff. */
  async follow(follower: Follower, signal: AbortSignal): Promise<void> {
    let failures = 0;
    const stopped = aborted(signal);
    const isStopped = (): boolean => signal.aborted;
    while (!isStopped()) {
      try {
        await this.once(follower, signal, stopped, () => {
          failures = 0;
          this.isFollowing = true;
        });
      } catch (error) {
        this.noteEnd();
        if (isStopped()) break;
        this.interruptions += 1;
        follower.interrupted?.(error);
        await pause(backoff(failures++), signal);
      }
    }
    await this.client.close();
  }

  /** How the feed stands at this moment. */
  get standing(): FeedStanding {
    const { isFollowing, interruptions } = this;
    return { isFollowing, interruptions, lagMs: isFollowing ? 0 : performance.now() - this.followedUntil };
  }

  private noteEnd(): void {
    if (!this.isFollowing) return;
    this.isFollowing = false;
    this.followedUntil = performance.now();
  }

  private async once(
    follower: Follower,
    signal: AbortSignal,
    stopped: Promise<never>,
    onFollowing: () => void,
  ): Promise<void> {
    await this.client.connect();
    await this.onStep('connected');
    const startAtOperationTime = await this.majorityTime();
    await this.onStep('timeTaken');

    const streams = this.open(startAtOperationTime);
    const connections = new AbortController();
    const lost = connectionsLost(this.client, connections.signal);
    try {
      // `watch()` is lazy: only asking for the first change opens a stream, and only the answer says that it is open.
      const answered = Promise.all(streams.map(isAnswered));
      const first = streams.map((stream) => stream.next());
      await Promise.race([answered, failureOf(first), lost, stopped]);
      await this.onStep('opened');
      await this.drainFromSamePrimary(follower);
      await this.onStep('drained');
      onFollowing();
      const pumps = streams.map((stream, index) => pump(stream, first[index], follower, signal));
      await Promise.race([lost, stopped, ...pumps]);
    } finally {
      connections.abort();
      // Never awaited: after the death of a primary a close waits for an answer that does not come.
      for (const stream of streams) stream.close().catch(() => undefined);
    }
  }

  private async drainFromSamePrimary(follower: Follower): Promise<void> {
    const before = await electionOf(this.db);
    await follower.drain();
    if ((await follower.election()) !== before) throw new PrimaryChanged();
  }

  private async majorityTime(): Promise<Timestamp> {
    // A collection that is watched may be read; whoever watches a single one may read no other.
    const [watched] = this.watched.collections;
    const answer = await this.db.command({ find: watched, limit: 1, readConcern: { level: 'majority' } });
    return answer['operationTime'] as Timestamp;
  }

  private open(startAtOperationTime: Timestamp): ChangeStream[] {
    const options = { startAtOperationTime, maxAwaitTimeMS: 30_000, readConcern: { level: 'majority' } } as const;
    const { by, collections } = this.watched;
    const pipeline = feedPipeline(this.watched);
    if (by === 'collection') return collections.map((name) => this.db.collection(name).watch(pipeline, options));
    // What ends a stream is let through: the feed begins again then.
    const match = { $match: { $or: [{ 'ns.coll': { $in: collections } }, { operationType: 'invalidate' }] } };
    return [this.db.watch([match, ...pipeline], options)];
  }
}

const OPERATIONS = ['insert', 'update', 'replace', 'delete'] as const;

/** Which election made the primary that answers now. */
export async function electionOf(db: Db): Promise<string> {
  const hello = await db.command({ hello: 1 });
  return String(hello['electionId'] ?? '');
}

/** Another primary stands than the one the streams were opened on; the feed begins again. */
class PrimaryChanged extends Error {
  readonly code = 'PRIMARY_CHANGED';
  constructor() {
    super('The primary changed while the feed was starting.');
  }
}

/** The driver gave up the connections to a server; the feed begins again. */
class ConnectionsLost extends Error {
  readonly code = 'CONNECTIONS_LOST';
  constructor() {
    super('The connections to the database were lost while the feed followed.');
  }
}

/**
 * Rejects when the driver gives up the connections to a server. Its own resuming is not enough: a request for more that
 * is written to a socket in the moment between its end and its `close` is never answered, and never fails.
 */
function connectionsLost(client: MongoClient, signal: AbortSignal): Promise<never> {
  const lost = once(client, 'connectionPoolCleared', { signal }).then((): never => {
    throw new ConnectionsLost();
  });
  lost.catch(() => undefined);
  return lost;
}

/** Resolves when the server has answered the aggregate that opens a stream: it comes with the stream's first token. */
function isAnswered(stream: ChangeStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('resumeTokenChanged', () => {
      resolve();
    });
  });
}

/** Rejects with the first of these that fails, and never resolves. */
function failureOf(changes: readonly Promise<unknown>[]): Promise<never> {
  return Promise.race(changes.map((change) => change.then(() => new Promise<never>(() => undefined))));
}

async function pump(
  stream: ChangeStream,
  first: Promise<ChangeStreamDocument> | undefined,
  follower: Follower,
  signal: AbortSignal,
): Promise<never> {
  if (first) deliver(await first, follower);
  while (!signal.aborted) {
    // Whoever was woken speaks to the server first: to ask for more takes as long as a write to a socket does.
    await setImmediate();
    deliver(await stream.next(), follower);
  }
  throw new Error('aborted');
}

function deliver(event: ChangeStreamDocument, follower: Follower): void {
  const change = toChange(event);
  if (change) follower.wake(change);
}

function toChange(event: ChangeStreamDocument): Change | undefined {
  const operation = OPERATIONS.find((known) => known === event.operationType);
  if (!operation || !('documentKey' in event) || !('coll' in event.ns)) return undefined;
  const set: CarriedFields =
    event.operationType === 'update' ? (event.updateDescription.updatedFields ?? {}) : fullDocumentOf(event);
  return { collection: event.ns.coll as CollectionName, operation, id: String(event.documentKey._id), set };
}

function fullDocumentOf(event: ChangeStreamDocument): CarriedFields {
  return 'fullDocument' in event ? (event.fullDocument ?? {}) : {};
}

function backoff(failures: number): number {
  return Math.min(50 * 2 ** failures, 2000);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** Rejects when the signal aborts; one for all races of a feed, since each would leave a listener behind. */
function aborted(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => {
      reject(new Error('aborted'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => undefined);
  return stopped;
}
