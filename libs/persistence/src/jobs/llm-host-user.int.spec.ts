import { MongoClient, type Document } from 'mongodb';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import { eventually } from '../../../../test/support/eventually';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import type { Change } from '../feed/change';
import { ChangeFeed } from '../feed/change-feed';
import { aJob } from '../testing/a-job';
import { askFor } from '../testing/ask-for-jobs';
import { grantUser } from '../rights/grant-user';
import { JobQueue } from './job-queue';
import { JobStore } from './job.store';

const DATABASE = 'sales';
const HOST = { name: 'gpu', password: 'gpu-password' };
const ANSWER = '{"intents":["stop"]}';

let mongod: GuardedMongod;
let db: Database;
let hostUri: string;
let host: MongoClient;

beforeAll(async () => {
  mongod = await spawnGuardedMongod();
  db = await preparedDatabase({ uri: mongod.uriOf(), name: DATABASE });
  expect(await grantUser(db.driver, 'llm-host', HOST)).toBe('made');
  hostUri = mongod.uriOf(HOST.name, HOST.password, DATABASE);
  host = await MongoClient.connect(hostUri);
}, 60_000);

beforeEach(() => db.llmJobs.deleteMany());

afterAll(async () => {
  await host.close();
  await db.connection.close();
  await mongod.stop();
});

describe('the user of a GPU host', () => {
  it('does all of a host’s work with its few rights', async () => {
    const queue = await JobQueue.open(hostUri, DATABASE);
    await askFor(
      db,
      ['a', 'b', 'c', 'd'].map((_id) => aJob({ _id })),
    );
    const [a, b, c] = [...(await queue.claim('gpu', 2)), ...(await queue.claim('gpu', 1))];
    if (!a || !b || !c) throw new Error('three jobs were expected');
    expect(await queue.heartbeat([a, b, c])).toEqual([]);
    expect(await queue.untilLeaseEnds()).toBeGreaterThan(0);
    expect(await queue.reapExpired()).toEqual({ pendingAgain: 0, failed: 0 });
    await queue.release([b]);
    expect(await queue.fail(c, 'no JSON')).toBe('pending-again');
    expect(await queue.settle([{ job: a, response: ANSWER }])).toEqual([]);
    await queue.close();
  });

  it('hears of new jobs, of those put back, and of those that became pointless', async () => {
    const queue = await JobQueue.open(hostUri, DATABASE);
    const heard: Change[] = [];
    const stop = new AbortController();
    let isDrained = false;
    const feed = new ChangeFeed(hostUri, DATABASE, {
      by: 'collection',
      collections: [COLLECTIONS.llmJobs],
      waking: { [COLLECTIONS.llmJobs]: { pendingAt: 'any', status: ['failed'] } },
    });
    const following = feed.follow(
      {
        drain: async () => void (isDrained = true),
        election: () => queue.election(),
        wake: (change) => heard.push(change),
        interrupted: (error) => {
          throw error;
        },
      },
      stop.signal,
    );
    await eventually('the feed', async () => (isDrained ? true : null));

    await askFor(db, [aJob()]);
    const held = await queue.claim('gpu', 1);
    await queue.heartbeat(held);
    await queue.release(held);
    await db.transaction((session) => new JobStore(db).supersede(session, ['event-1:0'], 'event-2'));
    await eventually('three changes', async () => (heard.length >= 3 ? true : null));
    expect(heard.map(({ operation, id, set }) => [operation, id, set.status])).toEqual([
      ['insert', 'event-1:0', 'pending'],
      ['update', 'event-1:0', undefined],
      ['update', 'event-1:0', 'failed'],
    ]);
    stop.abort();
    await following;
    await queue.close();
  });

  it.each(Object.values(COLLECTIONS).filter((name) => name !== COLLECTIONS.llmJobs))(
    'reads nothing in %s',
    async (name) => {
      const collection = host.db(DATABASE).collection(name);
      await expect(collection.findOne()).rejects.toMatchObject({ codeName: 'Unauthorized' });
      await expect(collection.updateOne({}, { $set: { a: 1 } })).rejects.toMatchObject({ codeName: 'Unauthorized' });
      await expect(follow(name)).rejects.toMatchObject({ codeName: 'Unauthorized' });
      await expect(
        host
          .db(DATABASE)
          .collection(COLLECTIONS.llmJobs)
          .aggregate([lookUp(name)])
          .toArray(),
      ).rejects.toMatchObject({ codeName: 'Unauthorized' });
    },
  );

  const FORBIDDEN: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['add a job', () => jobsOfHost().insertOne({ _id: 'mine' as never })],
    [
      'add one by updating',
      () => jobsOfHost().updateOne({ _id: 'mine' as never }, { $set: { a: 1 } }, { upsert: true }),
    ],
    ['delete one', () => jobsOfHost().deleteOne({})],
    ['drop the jobs', () => jobsOfHost().drop()],
    [
      'write them elsewhere',
      () =>
        jobsOfHost()
          .aggregate([{ $out: 'copied' }])
          .toArray(),
    ],
    ['list the collections', () => host.db(DATABASE).command({ listCollections: 1 })],
    ['make an index', () => jobsOfHost().createIndex({ prompt: 1 })],
    ['watch the database', () => follow(1)],
    [
      'watch the server',
      () =>
        host
          .db('admin')
          .command({ aggregate: 1, pipeline: [{ $changeStream: { allChangesForCluster: true } }], cursor: {} }),
    ],
    ['read another database', () => host.db('admin').collection('system.users').findOne()],
    ['read the oplog', () => host.db('local').collection('oplog.rs').findOne()],
    ['make a user', () => host.db(DATABASE).command({ createUser: 'x', pwd: 'y', roles: [] })],
    ['widen its role', () => host.db(DATABASE).command({ updateRole: 'llmHost', roles: ['readWrite'] })],
  ];

  it.each(FORBIDDEN)('may not %s', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ codeName: 'Unauthorized' });
  });

  it('is believed in a job’s status and response only, whatever else it writes there', async () => {
    await askFor(db, [aJob({ _id: 'a' }), aJob({ _id: 'b' })]);
    const forged = {
      ...{
        kind: 'offer',
        version: 99,
        model: 'x',
        prompt: 'x',
        schema: {},
        input: { text: 'x' },
        priority: -5,
        flow: 'x',
      },
      ...{
        round: 'x',
        attempts: 'x',
        leaseUntil: 'x',
        claimedBy: { $gt: '' },
        supersededBy: 'x',
        error: { $where: 'x' },
      },
      ...{ pendingAt: 0, claimedAt: 'x', heartbeatAt: 'x', completedAt: 'x', failedAt: 'x', conversationId: 'another' },
    };
    await jobsOfHost().updateOne({ _id: 'a' as never }, { $set: { ...forged, status: 'completed', response: ANSWER } });
    await jobsOfHost().updateOne({ _id: 'b' as never }, { $set: { ...forged, status: 'pending', response: ANSWER } });

    const jobs = new JobStore(db);
    expect(await jobs.settledAmong(['a', 'b'])).toEqual([{ type: 'completed', id: 'a', response: ANSWER }]);
    await db.transaction((session) => jobs.supersede(session, ['a', 'b'], 'event-2'));
    expect(await jobs.settledAmong(['b'])).toEqual([{ type: 'failed', id: 'b' }]);
  });

  it.each([{ response: 7 }, { response: null }, { response: { $gt: '' } }, { status: 'done', response: ANSWER }])(
    'has completed nothing with %p',
    async (written) => {
      await askFor(db, [aJob()]);
      await jobsOfHost().updateOne({}, { $set: { status: 'completed', ...written } });
      expect((await new JobStore(db).settledAmong(['event-1:0'])).map(({ type }) => type)).not.toContain('completed');
    },
  );

  it('stops no new job by a forged place in the queue', async () => {
    await askFor(db, [aJob({ _id: 'a' })]);
    await jobsOfHost().updateOne({}, { $set: { round: 'never' } });
    await askFor(db, [aJob({ _id: 'b' })]);
    expect(await db.llmJobs.findById('b').lean()).toMatchObject({ status: 'pending', round: 1 });
  });
});

describe('making that user', () => {
  it('again gives it the new password and no more rights than before', async () => {
    await db.driver.command({ createRole: 'other', privileges: [], roles: [] });
    await db.driver.command({ updateRole: 'llmHost', privileges: [], roles: [{ role: 'readWrite', db: DATABASE }] });
    expect(await grantUser(db.driver, 'llm-host', { ...HOST, password: 'second' })).toBe('renewed');
    const again = await MongoClient.connect(mongod.uriOf(HOST.name, 'second', DATABASE));
    await expect(again.db(DATABASE).collection('contacts').findOne()).rejects.toMatchObject({
      codeName: 'Unauthorized',
    });
    await again.close();
    expect(await grantUser(db.driver, 'llm-host', HOST)).toBe('renewed');
  });

  it('leaves a user alone who has other rights', async () => {
    await db.driver.command({ createUser: 'brain', pwd: 'brain', roles: ['readWrite'] });
    expect(await grantUser(db.driver, 'llm-host', { name: 'brain', password: 'stolen' })).toBe('name-taken');
  });

  it('is refused to who may not make users', async () => {
    expect(await grantUser(host.db(DATABASE), 'llm-host', HOST)).toBe('not-allowed');
  });
});

function jobsOfHost() {
  return host.db(DATABASE).collection(COLLECTIONS.llmJobs);
}

/** Opens a change stream, of the database where no collection is named. */
function follow(aggregate: string | 1): Promise<unknown> {
  return host.db(DATABASE).command({ aggregate, pipeline: [{ $changeStream: {} }], cursor: {} });
}

function lookUp(from: string): Document {
  return { $lookup: { from, localField: '_id', foreignField: '_id', as: 'stolen' } };
}
