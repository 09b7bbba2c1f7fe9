import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ATTEMPTS_LIMIT, LEASE_MS, PRIORITIES, type ClaimedJob } from '@app/llm-jobs/job';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import type { Database } from '../database';
import { aJob } from '../testing/a-job';
import { askFor } from '../testing/ask-for-jobs';
import { JobQueue } from './job-queue';
import { JobStore } from './job.store';

const database = testDatabase();
const ANSWER = '{"intents":["stop"]}';
let db: Database;
let jobs: JobStore;
let queue: JobQueue;
let other: JobQueue;

beforeAll(async () => {
  db = await preparedDatabase(database);
  jobs = new JobStore(db);
  [queue, other] = [await JobQueue.open(database.uri, database.name), await JobQueue.open(database.uri, database.name)];
});

beforeEach(() => db.llmJobs.deleteMany());

afterAll(async () => {
  await Promise.all([queue.close(), other.close()]);
  await db.connection.close();
});

describe('a job', () => {
  it('is asked for together with the rest of its transaction, or not at all', async () => {
    await db.transaction(async (session, abort) => {
      await jobs.insert(session, [aJob()]);
      return abort(undefined);
    });
    expect(await queue.claim('a', 1)).toEqual([]);
  });

  it('comes to one host with all it needs, and back with what the model said', async () => {
    const job = aJob();
    await askFor(db, [job]);
    const { _id, kind, version, model, prompt, schema } = job;
    const claimed = await oneOf(queue);
    expect(claimed).toEqual({
      ...{ _id, kind, version, model, prompt, schema },
      attempts: 1,
      claimedBy: expect.stringMatching(/^host:/),
    });
    expect(await other.claim('b', 10)).toEqual([]);

    expect(await queue.settle([{ job: claimed, response: ANSWER }])).toEqual([]);
    expect(await jobs.settledAmong([_id, 'unknown'])).toEqual([{ type: 'completed', id: _id, response: ANSWER }]);
  });

  it('keeps a response word for word that reads like one of the server’s expressions', async () => {
    await askFor(db, [aJob({ _id: 'a' }), aJob({ _id: 'b' })]);
    const [a, b] = await byId(await queue.claim('host', 2));
    const settlements = [
      { job: a, response: '$prompt' },
      { job: b, response: '{"$getField":"prompt"}' },
    ];
    expect(await queue.settle(settlements)).toEqual([]);
    expect(await jobs.settledAmong(['a', 'b'])).toEqual([
      { type: 'completed', id: 'a', response: '$prompt' },
      { type: 'completed', id: 'b', response: '{"$getField":"prompt"}' },
    ]);
  });

  it('has the moment of each state it went through', async () => {
    await askFor(db, [aJob()]);
    const job = await oneOf(queue);
    await queue.heartbeat([job]);
    await queue.settle([{ job, response: ANSWER }]);
    expect(await db.llmJobs.findById(job._id).lean()).toMatchObject({
      pendingAt: expect.any(Date),
      claimedAt: expect.any(Date),
      heartbeatAt: expect.any(Date),
      completedAt: expect.any(Date),
      failedAt: null,
    });
  });

  it('that is put back waits again, and that was no attempt', async () => {
    await askFor(db, [aJob()]);
    for (let round = 0; round <= ATTEMPTS_LIMIT; round += 1) await queue.release([await oneOf(queue)]);
    expect(await oneOf(other)).toMatchObject({ attempts: 1 });
  });

  it('is settled once more without harm when the answer to the first time was lost', async () => {
    await askFor(db, [aJob()]);
    const job = await oneOf(queue);
    expect(await queue.settle([{ job, response: ANSWER }])).toEqual([]);
    expect(await queue.settle([{ job, response: ANSWER }])).toEqual([]);
    expect(await queue.settle([{ job, response: 'another' }])).toEqual([job]);
    expect(await jobs.settledAmong([job._id])).toEqual([{ type: 'completed', id: job._id, response: ANSWER }]);
  });
});

describe('hosts that claim at the same time', () => {
  it('never get the same job, and leave none', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `e${n}:0`);
    await askFor(
      db,
      ids.map((_id) => aJob({ _id, flow: _id })),
    );
    const drain = async (from: JobQueue): Promise<string[]> => {
      const taken: string[] = [];
      for (;;) {
        const claimed = await from.claim('host', 7);
        if (claimed.length === 0) return taken;
        taken.push(...claimed.map(({ _id }) => _id));
      }
    };
    const taken = (await Promise.all([drain(queue), drain(other), drain(queue)])).flat();
    expect(taken.sort()).toEqual(ids.sort());
  });
});

describe('a host that dies over a job', () => {
  it('is noticed when its lease ends, and another does the job, once', async () => {
    await askFor(db, [aJob()]);
    const dying = await killedOverAJob();
    expect(dying).toBe('event-1:0');
    expect(await other.claim('b', 1)).toEqual([]);

    const untilEnd = await other.untilLeaseEnds();
    expect(untilEnd).toBeGreaterThan(0);
    expect(untilEnd).toBeLessThanOrEqual(LEASE_MS);
    await pause((untilEnd ?? 0) + 5);
    expect(await other.reapExpired()).toEqual({ pendingAgain: 1, failed: 0 });
    const job = await oneOf(other);
    expect(job.attempts).toBe(2);
    expect(await other.settle([{ job, response: ANSWER }])).toEqual([]);
    expect(await other.untilLeaseEnds()).toBeNull();
  }, 60_000);

  it('settles nothing that another has claimed since', async () => {
    await askFor(db, [aJob()]);
    const lost = await oneOf(queue);
    await leasesRunOut();
    await other.reapExpired();
    const job = await oneOf(other);

    expect(await queue.heartbeat([lost])).toEqual([lost]);
    expect(await queue.settle([{ job: lost, response: 'late' }])).toEqual([lost]);
    expect(await queue.fail(lost, 'late')).toBe('lost');
    expect(await queue.failForGood(lost, 'late')).toBe('lost');
    await queue.release([lost]);
    expect(await other.settle([{ job, response: ANSWER }])).toEqual([]);
    expect(await jobs.settledAmong([job._id])).toEqual([{ type: 'completed', id: job._id, response: ANSWER }]);
  });

  it('settles what nobody has claimed since, though its lease ran out', async () => {
    await askFor(db, [aJob()]);
    const job = await oneOf(queue);
    await leasesRunOut();
    await other.reapExpired();
    expect(await queue.settle([{ job, response: ANSWER }])).toEqual([]);
  });

  it('is not taken for dead while its heart beats', async () => {
    await askFor(db, [aJob()]);
    const job = await oneOf(queue);
    await leasesRunOut();
    expect(await queue.heartbeat([job])).toEqual([]);
    expect(await other.reapExpired()).toEqual({ pendingAgain: 0, failed: 0 });
  });
});

describe('a job that cannot be done', () => {
  it('is failed for good after as many attempts as are allowed, with what the last host said', async () => {
    await askFor(db, [aJob()]);
    const outcomes: string[] = [];
    for (let n = 1; n <= ATTEMPTS_LIMIT; n += 1) outcomes.push(await queue.fail(await oneOf(queue), `no JSON, ${n}`));
    expect(outcomes).toEqual(['pending-again', 'pending-again', 'failed']);
    expect(await queue.claim('host', 1)).toEqual([]);
    expect(await jobs.settledAmong(['event-1:0'])).toEqual([{ type: 'failed', id: 'event-1:0' }]);
    expect(await db.llmJobs.findById('event-1:0').lean()).toMatchObject({
      error: 'no JSON, 3',
      attempts: ATTEMPTS_LIMIT,
    });
  });

  it('is failed for good at the first attempt when no other would do better', async () => {
    await askFor(db, [aJob()]);
    const claimed = await oneOf(queue);
    expect(await queue.failForGood(claimed, 'broke its schema twice')).toBe('failed');
    expect(await queue.failForGood(claimed, 'once more')).toBe('lost');
    expect(await other.claim('host', 1)).toEqual([]);
    expect(await jobs.settledAmong(['event-1:0'])).toEqual([{ type: 'failed', id: 'event-1:0' }]);
    expect(await db.llmJobs.findById('event-1:0').lean()).toMatchObject({
      error: 'broke its schema twice',
      attempts: 1,
      leaseUntil: null,
      failedAt: expect.any(Date),
    });
  });

  it('is failed for good when that many hosts died over it', async () => {
    await askFor(db, [aJob()]);
    for (let n = 1; n < ATTEMPTS_LIMIT; n += 1) {
      await oneOf(queue);
      await leasesRunOut();
      expect(await other.reapExpired()).toEqual({ pendingAgain: 1, failed: 0 });
    }
    await oneOf(queue);
    await leasesRunOut();
    expect(await other.reapExpired()).toEqual({ pendingAgain: 0, failed: 1 });
    expect(await jobs.settledAmong(['event-1:0'])).toEqual([{ type: 'failed', id: 'event-1:0' }]);
  });
});

describe('a job whose conversation moved on', () => {
  it('is taken from the host that works on it, whose late result changes nothing', async () => {
    await askFor(db, [aJob({ _id: 'old' }), aJob({ _id: 'done' })]);
    const [done, old] = await byId(await queue.claim('host', 2));
    await queue.settle([{ job: done, response: ANSWER }]);
    await db.transaction((session) => jobs.supersede(session, ['old', 'done'], 'event-2'));

    expect(await queue.heartbeat([old])).toEqual([old]);
    expect(await queue.settle([{ job: old, response: ANSWER }])).toEqual([old]);
    expect(await queue.fail(old, 'late')).toBe('lost');
    expect(await queue.claim('host', 1)).toEqual([]);
    expect(await jobs.settledAmong(['old', 'done'])).toEqual([
      { type: 'completed', id: 'done', response: ANSWER },
      { type: 'failed', id: 'old' },
    ]);
    expect(await db.llmJobs.findById('old').lean()).toMatchObject({
      supersededBy: 'event-2',
      response: null,
    });
  });

  it('is nobody’s when it only waited', async () => {
    await askFor(db, [aJob()]);
    await db.transaction((session) => jobs.supersede(session, ['event-1:0'], 'event-2'));
    expect(await queue.claim('host', 1)).toEqual([]);
  });
});

describe('the order of jobs', () => {
  it('has what somebody waits for before the opening letters', async () => {
    const bulk = Array.from({ length: 5 }, (_, n) =>
      aJob({ _id: `bulk-${n}`, flow: `c${n}`, priority: PRIORITIES.bulk }),
    );
    await askFor(db, bulk);
    await askFor(db, [aJob({ _id: 'waited-for' })]);
    expect((await queue.claim('host', 3)).map(({ _id }) => _id)[0]).toBe('waited-for');
  });

  it('gives every contact a turn: a flood of a thousand delays another’s one by a batch at most', async () => {
    await askFor(db, flood(1000));
    const batch = 10;
    await queue.claim('host', 300);
    await askFor(db, [aJob({ _id: 'quiet', flow: 'quiet' })]);
    await askFor(db, flood(100, 1000));
    expect((await queue.claim('host', batch)).map(({ _id }) => _id)).toContain('quiet');
  });

  it('is that of asking within one contact’s, also when more is asked for later', async () => {
    await askFor(db, flood(6));
    await queue.claim('host', 2);
    await askFor(db, flood(3, 6));
    expect((await queue.claim('host', 10)).map(({ _id }) => _id)).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((n) => `flood-${n}`),
    );
  });

  it('lets two floods advance side by side', async () => {
    await askFor(db, flood(50));
    await askFor(db, flood(50, 0, 'second'));
    const flows = (await queue.claim('host', 20)).map(({ _id }) => _id.split('-')[0]);
    expect(flows.filter((flow) => flow === 'second')).toHaveLength(10);
  });
});

function flood(count: number, from = 0, flow = 'flood') {
  return Array.from({ length: count }, (_, n) => aJob({ _id: `${flow}-${from + n}`, flow }));
}

async function oneOf(from: JobQueue): Promise<ClaimedJob> {
  const [job] = await from.claim('host', 1);
  if (!job) throw new Error('no job was waiting');
  return job;
}

async function byId(claimed: readonly ClaimedJob[]): Promise<[ClaimedJob, ClaimedJob]> {
  const [first, second] = [...claimed].sort((one, next) => one._id.localeCompare(next._id));
  if (!first || !second) throw new Error('two jobs were expected');
  return [first, second];
}

/** As if `LEASE_MS` had passed without a heartbeat. */
async function leasesRunOut(): Promise<void> {
  await db.llmJobs.updateMany({ leaseUntil: { $ne: null } }, { $set: { leaseUntil: new Date(Date.now() - 1) } });
}

/** The id of the job over which a host's process was killed. */
async function killedOverAJob(): Promise<string> {
  const hook = join(__dirname, '../../../../test/support/run-typescript.cjs');
  const host = join(__dirname, '../testing/hold-a-job.ts');
  const child = spawn(process.execPath, ['--require', hook, host, database.uri, database.name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return said.toString().trim();
}
