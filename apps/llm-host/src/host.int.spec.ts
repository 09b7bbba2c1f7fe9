import { setTimeout as sleep } from 'node:timers/promises';
import { HEARTBEAT_MS, LEASE_MS } from '@app/llm-jobs/job';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { spawnReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { eventually } from '../../../test/support/eventually';
import type { ModelBehaviour } from '../../../test/support/openai-peer';
import { testDatabase } from '../../../test/support/test-database';
import { HostWorld } from './testing/host-world';

const database = testDatabase();
let world: HostWorld;

beforeEach(async () => {
  world = await HostWorld.open(database);
});

afterEach(async () => {
  await world.db.llmJobs.deleteMany({});
  await world.close();
});

describe('a host', () => {
  it('does the jobs that waited for it and those that come', async () => {
    await world.ask('waits');
    await world.startHost();
    await world.settled('waits');
    await world.ask('comes');
    // Long before any sweep: the stream woke it.
    expect(await world.settled('comes', 2_000)).toMatchObject({
      status: 'completed',
      response: expect.stringMatching(/^\{"intents":\[\],"language":/),
      attempts: 1,
      error: null,
    });
    expect(world.peer.questions().map(({ model }) => model)).toEqual(['small', 'small']);
  });

  it('has as many jobs with the endpoint as it may, and never more', async () => {
    world.peer.behave({ type: 'obey', afterMs: 150 });
    await world.startHost({ llmParallel: 3 });
    const ids = Array.from({ length: 9 }, (_, index) => `job-${String(index)}`);
    await world.ask(...ids);
    for (const id of ids) expect(await world.settled(id)).toMatchObject({ status: 'completed' });
    expect(world.peer.mostAtOnce()).toBe(3);
  });

  it('drops a job whose conversation moved on, and takes the next instead', async () => {
    world.peer.behave((_, asked) => (asked === 1 ? { type: 'stall' } : { type: 'obey' }));
    await world.startHost({ llmParallel: 1 });
    await world.ask('old');
    await world.asked(1);
    await world.ask('new');
    await world.supersede('old');
    await world.settled('new', 2_000);
    expect(world.peer.abandoned()).toBe(1);
    expect(await world.job('old')).toMatchObject({
      status: 'failed',
      supersededBy: 'a-newer-message',
      response: null,
    });
  });

  it('drops a job that a host of the first generation was faster with', async () => {
    world.peer.behave({ type: 'stall' });
    await world.startHost();
    await world.ask('shared');
    await world.asked(1);
    await world.db.llmJobs.updateOne({ _id: 'shared' }, { $set: { status: 'completed', response: 'theirs' } });
    await eventually('the call to end', () => Promise.resolve(world.peer.abandoned() || null), 2_000);
    expect(await world.job('shared')).toMatchObject({ status: 'completed', response: 'theirs' });
  });

  it('that stops gives back at once what it has in hand, and that costs the job no attempt', async () => {
    world.peer.behave((_, asked) => (asked <= 2 ? { type: 'stall' } : { type: 'obey' }));
    const host = await world.startHost();
    await world.ask('first', 'second');
    await world.asked(2);
    await world.stopHost(host);
    for (const id of ['first', 'second']) {
      expect(await world.job(id)).toMatchObject({ status: 'pending', leaseUntil: null, attempts: 0 });
    }
    await world.startHost();
    expect(await world.settled('first', 5_000)).toMatchObject({ status: 'completed', attempts: 1 });
  });

  it('keeps a job for as long as the model needs, though another host would take it', async () => {
    world.peer.behave({ type: 'obey', afterMs: LEASE_MS + HEARTBEAT_MS });
    await world.startHost();
    await world.ask('long');
    await world.asked(1);
    await world.startHost();
    const job = await world.settled('long', 2 * LEASE_MS);
    expect(job).toMatchObject({ status: 'completed', attempts: 1 });
    expect(world.peer.questions()).toHaveLength(1);
  }, 60_000);

  it('takes over what another had that died, once its lease is over', async () => {
    await world.ask('left');
    const dying = await JobQueue.open(database.uri, database.name);
    await dying.claim('dies', 1);
    await dying.close();
    await world.startHost();
    expect(await world.settled('left', LEASE_MS + 5_000)).toMatchObject({ status: 'completed', attempts: 2 });
  }, 40_000);
});

describe('two hosts', () => {
  it('share the jobs, and none is asked or settled twice', async () => {
    world.peer.behave({ type: 'obey', afterMs: 20 });
    await world.startHost({ llmModel: 'one' });
    await world.startHost({ llmModel: 'two' });
    const ids = Array.from({ length: 40 }, (_, index) => `job-${String(index)}`);
    for (const id of ids) await world.ask(id);
    for (const id of ids) expect(await world.settled(id)).toMatchObject({ status: 'completed', attempts: 1 });
    const models = world.peer.questions().map(({ model }) => model);
    expect(models).toHaveLength(40);
    expect(new Set(models)).toEqual(new Set(['one', 'two']));
  });
});

describe('a host whose endpoint is in trouble', () => {
  it('takes no jobs while schemas are not enforced, and does when they are', async () => {
    world.peer.probed({ type: 'prose' });
    await world.startHost();
    await world.ask('patient');
    await eventually('two probes', () => Promise.resolve(world.peer.probes() > 1 || null));
    expect(await world.job('patient')).toMatchObject({ status: 'pending', attempts: 0, claimedAt: null });
    world.peer.probed({ type: 'obey' });
    expect(await world.settled('patient')).toMatchObject({ status: 'completed' });
  });

  it.each([429, 503])('that answers HTTP %i leaves it alone, and no job loses an attempt by it', async (status) => {
    world.peer.behave({ type: 'status', status });
    world.peer.probed({ type: 'obey' });
    await world.startHost();
    await world.ask('a', 'b', 'c');
    await sleep(4_000);
    // Two at once, again after a second, and after two more.
    expect(world.peer.questions().length).toBeLessThanOrEqual(8);
    for (const id of ['a', 'b', 'c']) expect((await world.job(id)).attempts).toBeLessThanOrEqual(1);
    world.peer.behave({ type: 'obey' });
    for (const id of ['a', 'b', 'c']) {
      expect(await world.settled(id, 15_000)).toMatchObject({ status: 'completed', attempts: 1 });
    }
  });

  it.each<[string, number, ModelBehaviour]>([
    ['an error for this one alone', 3, { type: 'status', status: 500 }],
    ['nothing within its time', 3, { type: 'stall' }],
    ['more than anybody wants to read', 3, { type: 'huge', bytes: 2 * 1024 * 1024 }],
    ['prose, and prose again when asked once more', 1, { type: 'prose' }],
    ['half an answer', 1, { type: 'cut' }],
  ])('fails a job that gets %s at attempt %i, and the others go on', async (_, attempts, behaviour) => {
    world.peer.behave(({ messages }) =>
      messages[0]?.content.includes('poison') === true ? behaviour : { type: 'obey' },
    );
    await world.startHost({}, 500);
    await world.ask('poison', 'healthy');
    expect(await world.settled('healthy')).toMatchObject({ status: 'completed' });
    const failed = await world.settled('poison', 15_000);
    expect(failed).toMatchObject({ status: 'failed', response: null, attempts });
    expect(failed.error).toMatch(/\S/);
    expect(failed.error).not.toContain('hunter2');
  });
});

describe('a host whose MongoDB is away while the model answers', () => {
  it('hands the answer in when MongoDB is back, and the model is asked once', async () => {
    const replicaSet = await spawnReplicaSet({ nodes: 1 });
    const distant = await HostWorld.open({ uri: replicaSet.uri, name: 'jobs' });
    distant.peer.behave({ type: 'obey', afterMs: 1_000 });
    await distant.startHost();
    await distant.ask('kept');
    await distant.asked(1);
    // A claim is not waited for by the journal, which is written every 100 ms: one that is lost is made again.
    await sleep(300);
    await replicaSet.kill(0, 'SIGKILL');
    await sleep(1_500);
    await replicaSet.restart(0);
    expect(await distant.settled('kept', 20_000)).toMatchObject({ status: 'completed', attempts: 1 });
    expect(distant.peer.questions()).toHaveLength(1);
    await distant.close();
    await replicaSet.stop();
  }, 60_000);
});
