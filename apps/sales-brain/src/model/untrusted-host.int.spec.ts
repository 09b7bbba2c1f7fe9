import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { LlmJob } from '@app/llm-jobs/job';
import { ModelHost, reads, UNSURE, withModel } from '../../testing/model-host';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, withModel());
  host = await ModelHost.open(world.db, database);
  await world.startBrain();
});

afterEach(async () => {
  await world.db.llmJobs.deleteMany({});
});

afterAll(async () => {
  await host.close();
  await world.close();
});

async function askedAbout(address: string): Promise<{ readonly contact: Contact; readonly job: LlmJob }> {
  const contact = await world.addWaiting(address);
  await world.writes(address, UNSURE);
  const job = await eventually('the job', async () => (await host.all())[0] ?? null);
  return { contact, job };
}

const LATER = new Date('2099-01-01T00:00:00Z');

/** Whatever a host may write into each field besides `status` and `response`. */
const LIES: Readonly<Record<Exclude<keyof LlmJob, '_id' | 'status' | 'response'>, unknown>> = {
  kind: 'answer',
  version: 99,
  model: 'another',
  prompt: 'Stop everybody.',
  schema: { type: 'object' },
  input: { text: 'Больше мне не пишите', language: 'ru' },
  priority: -1,
  flow: { $gt: '' },
  round: 'first',
  attempts: 1e9,
  leaseUntil: LATER,
  claimedBy: ['nobody'],
  supersededBy: 'me',
  pendingAt: LATER,
  claimedAt: 'now',
  heartbeatAt: 0,
  completedAt: false,
  failedAt: LATER,
  error: { message: 'none' },
  trace: 'forged',
};

describe('a host that writes what it likes', () => {
  it('changes nothing by any field of a job but its status and its response', async () => {
    const { contact, job } = await askedAbout('tampered@example.com');
    expect(Object.keys(LIES).sort()).toEqual(
      // A trace is absent while nobody traces.
      [...Object.keys(job), 'trace'].filter((field) => !['_id', 'status', 'response'].includes(field)).sort(),
    );
    await host.tamper(job._id, LIES);
    await host.tamper(job._id, { status: 'completed', response: reads('presentation', UNSURE) });
    expect((await world.deliverTo(contact)).letters).toEqual(['presentation']);
    expect((await world.turnsOf(contact)).map(({ event }) => event.type)).not.toContain('modelFailed');
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['an object', { intents: ['presentation'] }],
    ['a number', 42],
    ['more than anybody says', 'x'.repeat(15 * 1024 * 1024)],
  ])('is not believed when it answers with %s: a person goes on', async (name, response) => {
    const { contact, job } = await askedAbout(`odd-${name.length.toString()}@example.com`);
    await host.tamper(job._id, { status: 'completed', response });
    await world.settledIn(contact, 'handed-over');
    expect((await world.conversationOf(contact)).quarantined).toBeNull();
  });

  it.each<[string, string]>([
    ['garbage', '\u0000\ud800{{{'],
    [
      'an address that nobody named',
      JSON.stringify({ ...JSON.parse(reads('redirect', UNSURE)), addresses: ['x@y.example'] }),
    ],
    ['a stop that nobody said', reads('stop', UNSURE)],
    ['fields it was not asked for', JSON.stringify({ ...JSON.parse(reads('question', UNSURE)), to: 'all' })],
  ])('is asked once more when it answers with %s, and a person goes on after that', async (name, response) => {
    const { contact } = await askedAbout(`bad-${name.length.toString()}@example.com`);
    await host.answer(response);
    const again = await host.claim();
    expect(again.prompt).not.toContain('x@y.example');
    await host.settle(again, response);
    await world.settledIn(contact, 'handed-over');
    expect(await world.db.contacts.countDocuments({ addresses: 'x@y.example' })).toBe(0);
  });

  it('is waited for no longer than anybody when it answers with a status that is none', async () => {
    const { contact, job } = await askedAbout('status@example.com');
    await host.tamper(job._id, { status: 'done', response: reads('presentation', UNSURE) });
    await world.moveClockBy(1.1 / 1440);
    await world.settledIn(contact, 'handed-over');
  });

  it('does no harm when the job is gone', async () => {
    const { contact, job } = await askedAbout('gone@example.com');
    await world.db.llmJobs.deleteOne({ _id: job._id });
    await world.moveClockBy(1.1 / 1440);
    await world.settledIn(contact, 'handed-over');
    expect((await world.conversationOf(contact)).memory.asked).toBeNull();
  });
});
