import type { CommandBody } from '@app/persistence/commands/command.schema';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ClaimedJob } from '@app/llm-jobs/job';
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

async function askedAbout(address: string): Promise<{ readonly contact: Contact; readonly job: ClaimedJob }> {
  const contact = await world.addWaiting(address);
  await world.writes(address, UNSURE);
  await world.settledIn(contact, 'understanding');
  return { contact, job: await host.claim() };
}

/** The host that works on it learns that it is in vain, and whatever it writes all the same changes nothing. */
async function expectSuperseded(contact: Contact, { _id }: ClaimedJob, job: ClaimedJob): Promise<void> {
  expect(await world.db.llmJobs.findById(_id).lean()).toMatchObject({
    status: 'failed',
    supersededBy: expect.any(String),
    leaseUntil: null,
  });
  expect(await host.settle(job, reads('presentation', UNSURE))).toEqual([job]);
  const before = await world.turnsOf(contact);
  await host.tamper(_id, { status: 'completed', response: reads('presentation', UNSURE) });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await world.turnsOf(contact)).toEqual(before);
}

describe('a job whose conversation has moved on', () => {
  it('is superseded by a newer message, which is asked about together with the older one', async () => {
    const { contact, job } = await askedAbout('newer@example.com');
    await world.writes('newer@example.com', 'А с какими площадками вы работаете?');
    const newer = await host.claim();
    expect(newer.prompt).toContain('площадками');
    expect(newer.prompt).toContain('понимать');
    await expectSuperseded(contact, job, job);
    await host.settle(newer, reads('question', 'А с какими площадками вы работаете?'));
    expect((await world.deliverTo(contact)).letters).toEqual(['answer']);
  });

  it.each<[string, (contactId: string) => CommandBody]>([
    ['reply', (contactId) => ({ type: 'replyToContact', contactId, text: 'Это я.' })],
    ['take', (contactId) => ({ type: 'takeContact', contactId })],
    ['stop', (contactId) => ({ type: 'stopContact', contactId })],
  ])("is superseded by the operator's step: %s", async (name, command) => {
    const { contact, job } = await askedAbout(`operator-${name}@example.com`);
    expect(await world.command(command(contact._id))).toMatchObject({ status: 'done' });
    await expectSuperseded(contact, job, job);
    expect(await world.db.timers.countDocuments({ timer: 'modelDeadline', status: 'scheduled' })).toBe(0);
  });

  it("is superseded by the contact's stop", async () => {
    const { contact, job } = await askedAbout('stops@example.com');
    await world.writes('stops@example.com', 'Больше мне не пишите');
    await world.settledIn(contact, 'stopped');
    await expectSuperseded(contact, job, job);
  });

  it('is superseded when the conversation is begun anew', async () => {
    const { contact, job } = await askedAbout('restart@example.com');
    expect(await world.command({ type: 'restartContact', contactId: contact._id })).toMatchObject({ status: 'done' });
    await world.letterOf(contact, 'queued');
    await expectSuperseded(contact, job, job);
  });

  it('is gone with the contact that is erased, and a host that settles it then finds nothing', async () => {
    const { contact, job } = await askedAbout('erase@example.com');
    expect(await world.command({ type: 'eraseContact', contactId: contact._id })).toMatchObject({ status: 'done' });
    await eventually('the job to be gone', async () =>
      (await world.db.llmJobs.countDocuments({ _id: job._id })) === 0 ? true : null,
    );
    expect(await host.settle(job, reads('presentation', UNSURE))).toEqual([job]);
  });
});
