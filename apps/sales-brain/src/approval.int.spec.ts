import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, {
    approval: 'approve',
    operator: { address: 'boss@seller.test', language: 'ru' },
  });
  await world.startBrain();
});

afterAll(() => world.close());

function statusOf({ _id }: OutboxMessage): Promise<string | undefined> {
  return world.db.outbox
    .findById(_id)
    .lean()
    .then((letter) => letter?.status);
}

describe('a product whose letters wait for the operator', () => {
  it('sends nothing until it is approved, and tells the operator once', async () => {
    const anna = await world.addContact('anna@example.com');
    const draft = await world.letterOf(anna, 'draft');
    const notices = await world.db.outbox.find({ contactId: anna._id, letters: 'operator-notice' }).lean();
    expect(notices).toMatchObject([{ to: 'boss@seller.test', status: 'queued', window: null, token: '' }]);
    expect(await world.command({ type: 'approveDraft', outboxId: draft._id })).toMatchObject({ status: 'done' });
    expect((await world.deliverTo(anna))._id).toBe(draft._id);
    await world.settledIn(anna, 'awaiting-reply');

    const again = await world.command({ type: 'approveDraft', outboxId: draft._id });
    expect(again).toMatchObject({ status: 'refused', because: expect.stringContaining('no draft') });
  });

  it('sends the operator’s own words where there are any', async () => {
    const boris = await world.addContact('boris@example.com');
    const draft = await world.letterOf(boris, 'draft');
    const text = 'Здравствуйте, Борис!\n\nПишу сам: https://example.com';
    await world.command({ type: 'approveDraft', outboxId: draft._id, text });
    const sent = await world.deliverTo(boris);
    expect(sent).toMatchObject({ text, subject: draft.subject, messageId: draft.messageId });
    expect(sent.html).toContain('<a href="https://example.com">');
  });

  it('leaves a contact whose draft is rejected to the operator', async () => {
    const vera = await world.addContact('vera@example.com');
    const draft = await world.letterOf(vera, 'draft');
    await world.command({ type: 'rejectDraft', outboxId: draft._id, because: 'не тот человек' });
    await world.settledIn(vera, 'handed-over');
    expect(await statusOf(draft)).toBe('cancelled');
    expect(await world.command({ type: 'approveDraft', outboxId: draft._id })).toMatchObject({ status: 'refused' });
  });

  it('replaces a draft by a newer one when the contact writes on', async () => {
    const gleb = await world.addContact('gleb@example.com');
    await world.command({ type: 'approveDraft', outboxId: (await world.letterOf(gleb, 'draft'))._id });
    await world.deliverTo(gleb);
    await world.settledIn(gleb, 'awaiting-reply');
    await world.writes('gleb@example.com', 'Пришлите презентацию');
    const first = await world.letterOf(gleb, 'draft');
    await world.writes('gleb@example.com', 'А с какими площадками вы работаете?');
    await world.hasHeard(gleb);
    expect(await statusOf(first)).toBe('cancelled');
    expect((await world.letterOf(gleb, 'draft')).letters).toEqual(['presentation', 'answer']);
  });
});

describe('a product that changes its mode', () => {
  it('lets its drafts go, and holds back what has not left', async () => {
    const dina = await world.addContact('dina@example.com');
    const draft = await world.letterOf(dina, 'draft');
    await world.changeProduct({ approval: 'autopilot' });
    await eventually('the draft to be queued', async () => ((await statusOf(draft)) === 'queued' ? true : null));

    await world.changeProduct({ approval: 'approve' });
    await eventually('the letter to be a draft', async () => ((await statusOf(draft)) === 'draft' ? true : null));
    await world.command({ type: 'approveDraft', outboxId: draft._id });

    // Another change of the product asks for no second approval.
    await world.changeProduct({ offerIgnoredAfterDays: 3 });
    const egor = await world.addContact('egor@example.com');
    await world.letterOf(egor, 'draft');
    expect(await statusOf(draft)).toBe('queued');
  });
});
