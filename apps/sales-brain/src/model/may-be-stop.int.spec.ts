import type { Contact } from '@app/persistence/contacts/contact.schema';
import { HINT, ModelHost, reads, withModel } from '../../testing/model-host';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;

const STOP = 'Больше мне не пишите';

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

/** A contact with a letter of ours that waits to leave, who then writes what may be a stop. */
async function hinting(address: string): Promise<Contact> {
  const contact = await world.addWaiting(address);
  await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Перезвоню вам завтра.' });
  await world.letterOf(contact, 'queued');
  await world.writes(address, HINT);
  await world.settledIn(contact, 'understanding');
  return contact;
}

async function statusesOf(contact: Contact): Promise<string[]> {
  return (await world.lettersOf(contact)).map(({ letters, status }) => `${letters.join('+')} ${status}`);
}

describe('a contact who may have said stop', () => {
  it('gets nothing until that is settled, and then what was held, for it was none', async () => {
    const contact = await hinting('no-stop@example.com');
    expect(await statusesOf(contact)).toEqual(['opening settled', 'operator-reply held']);
    await host.answer(reads('acknowledged', HINT));
    expect((await world.deliverTo(contact)).letters).toEqual(['operator-reply']);
    await world.settledIn(contact, 'awaiting-reply');
  });

  it('gets nothing any more when the model says so', async () => {
    const contact = await hinting('was-stop@example.com');
    await host.answer(reads('stop', HINT));
    await world.settledIn(contact, 'stopped');
    expect(await statusesOf(contact)).toEqual(['opening settled', 'operator-reply cancelled']);
  });

  it('is stopped by the next message at once, and what was held never leaves', async () => {
    const contact = await hinting('then-stop@example.com');
    await world.writes('then-stop@example.com', STOP);
    await world.settledIn(contact, 'stopped');
    expect(await statusesOf(contact)).toEqual(['opening settled', 'operator-reply cancelled']);
    expect(await host.all()).toMatchObject([{ status: 'failed', supersededBy: expect.any(String) }]);
  });

  it('gets nothing while a person has to find out, and what was held when the person goes on', async () => {
    const contact = await hinting('person@example.com');
    await host.fail();
    await world.settledIn(contact, 'handed-over');
    expect(await statusesOf(contact)).toContain('operator-reply held');
    await world.command({ type: 'releaseContact', contactId: contact._id });
    expect((await world.deliverTo(contact)).letters).toEqual(['operator-reply']);
  });

  it('gets nothing that the operator writes meanwhile either, until it is settled', async () => {
    const contact = await hinting('meanwhile@example.com');
    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'И вот ещё что.' });
    await world.settledIn(contact, 'awaiting-reply');
    expect(await statusesOf(contact)).toEqual(['opening settled', 'operator-reply held', 'operator-reply held']);
    await host.answer(reads('acknowledged', HINT));
    await eventually('both to leave', async () => {
      const queued = await world.db.outbox.countDocuments({ contactId: contact._id, status: 'queued' });
      return queued === 2 ? true : null;
    });
  });

  it('keeps a letter from leaving that a gateway has leased, but not one it has begun to hand over', async () => {
    const contact = await world.addWaiting('leased@example.com');
    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Первое.' });
    const { finish } = await world.beginToDeliver(contact);
    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Второе.' });
    const second = await world.letterOf(contact, 'queued');
    await world.db.outbox.updateOne({ _id: second._id }, { $set: { status: 'leased', leaseNumber: 1 } });
    await world.writes('leased@example.com', HINT);
    await world.settledIn(contact, 'understanding');
    expect(await statusesOf(contact)).toEqual([
      'opening settled',
      'operator-reply handing-over',
      'operator-reply held',
    ]);
    await finish();
    await host.answer(reads('acknowledged', HINT));
    expect((await world.deliverTo(contact))._id).toBe(second._id);
  });

  it('has drafts held that nobody can approve meanwhile, and that are drafts again afterwards', async () => {
    const contact = await world.addWaiting('draft@example.com');
    await world.changeProduct({ approval: 'approve' });
    await world.writes('draft@example.com', 'Это не ко мне. Напишите, пожалуйста, коллеге: oleg-x@example.com');
    await world.settledIn(contact, 'redirected');
    const draft = await world.letterOf(contact, 'draft');
    await world.writes('draft@example.com', HINT);
    await world.settledIn(contact, 'understanding');
    const refused = await world.command({ type: 'approveDraft', outboxId: draft._id });
    expect(refused).toMatchObject({ status: 'refused', because: expect.stringContaining('held until it is known') });
    await host.answer(reads('acknowledged', HINT));
    expect(await world.letterOf(contact, 'draft')).toMatchObject({ _id: draft._id, heldAs: null });
    await world.changeProduct({ approval: 'autopilot' });
  });
});
