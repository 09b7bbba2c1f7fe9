import { DateTime } from 'luxon';
import { aNewContact } from '../../../test/support/a-new-contact';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';
import { eventually } from '../../../test/support/eventually';
import { otzyvy } from '../../../libs/product/testing/otzyvy';

const database = testDatabase();
const REJECTED = {
  outcome: 'rejected',
  code: 550,
  phase: 'content',
  said: 'spam',
  rejectedFor: 'content',
  retryInMs: 0,
} as const;
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { operator: { address: 'boss@seller.test', language: 'ru' } });
  await world.startBrain();
});

afterAll(() => world.close());

describe('the operator', () => {
  it('is told by mail, once, of a conversation that waits for a person', async () => {
    const anna = await world.addWaiting('anna@example.com');
    await world.writes('anna@example.com', 'Кхм');
    await world.settledIn(anna, 'handed-over');
    await world.writes('anna@example.com', 'Кхм-кхм');
    await world.hasHeard(anna);
    const notices = await world.db.outbox.find({ letters: 'operator-notice', contactId: anna._id }).lean();
    expect(notices).toMatchObject([{ to: 'boss@seller.test', status: 'queued', caps: null, inReplyTo: null }]);
    expect(await world.db.recipients.countDocuments({ suppressed: false })).toBeGreaterThan(1);
  });

  it('may answer a notice: that is nobody’s answer', async () => {
    const mail = await world.writes('boss@seller.test', 'Больше не пишите');
    await eventually('the mail to be looked at', () =>
      world.db.messages.findOne({ _id: mail._id, state: 'unmatched' }).lean().exec(),
    );
    await expect(world.addContact('boss@seller.test')).rejects.toThrow('our own');
  });

  it('takes a conversation, and the agent is silent from then on', async () => {
    const boris = await world.addWaiting('boris@example.com');
    await world.writes('boris@example.com', 'Пришлите презентацию');
    await world.settledIn(boris, 'answering');
    expect(await world.command({ type: 'takeContact', contactId: boris._id })).toMatchObject({ status: 'done' });
    expect((await world.lettersOf(boris)).map(({ status }) => status).slice(0, 2)).toEqual(['settled', 'cancelled']);
    await world.writes('boris@example.com', 'С какими площадками вы работаете?');
    await world.hasHeard(boris);
    expect(await world.stageOf(boris)).toBe('handed-over');
    const again = await world.command({ type: 'takeContact', contactId: boris._id });
    expect(again.because).toContain('already');
  });

  it('who answers from the mailbox itself has the conversation', async () => {
    const vera = await world.addContact('vera@example.com');
    const opening = await world.deliverTo(vera);
    await world.settledIn(vera, 'awaiting-reply');
    await world.writes('sales@seller.test', 'Вера, это Иван, давайте созвонимся', {
      kind: 'operator',
      to: ['vera@example.com'],
      threadIds: [opening.messageId],
    });
    await world.settledIn(vera, 'handed-over');
    expect(await world.lettersOf(vera)).toHaveLength(2);
  });

  it('takes a letter back before it leaves', async () => {
    const gleb = await world.addContact('gleb@example.com');
    const { _id: outboxId } = await world.letterOf(gleb, 'queued');
    const body = { type: 'cancelLetter', outboxId } as const;
    expect(await world.command(body)).toMatchObject({ status: 'done' });
    await world.settledIn(gleb, 'handed-over');
    expect(await world.command(body)).toMatchObject({ status: 'refused' });
    expect(await world.command({ ...body, outboxId: 'none' })).toMatchObject({ status: 'refused' });
  });

  it('has a rejected letter tried again, and no other', async () => {
    const dina = await world.addContact('dina@example.com');
    const opening = await world.deliverTo(dina, REJECTED);
    await world.settledIn(dina, 'handed-over');
    const body = { type: 'retryLetter', outboxId: opening._id } as const;
    expect(await world.command(body)).toMatchObject({ status: 'done' });
    expect((await world.deliverTo(dina))._id).toBe(opening._id);
    await world.settledIn(dina, 'awaiting-reply');
    expect(await world.command(body)).toMatchObject({ status: 'refused' });
  });

  it('leaves a note on a contact', async () => {
    const egor = await world.addContact('egor@example.com');
    await world.command({ type: 'noteContact', contactId: egor._id, text: 'Звонить после обеда' });
    expect(await world.contact(egor._id)).toMatchObject({ notes: [{ text: 'Звонить после обеда' }] });
  });

  it('erases a contact, but not while a letter is on its way', async () => {
    const zoya = await world.addContact('zoya@example.com');
    const { finish } = await world.beginToDeliver(zoya);
    const body = { type: 'eraseContact', contactId: zoya._id } as const;
    expect(await world.command(body)).toMatchObject({
      status: 'refused',
      because: expect.stringContaining('on its way'),
    });
    await finish();
    await world.settledIn(zoya, 'awaiting-reply');
    expect(await world.command(body)).toMatchObject({ status: 'done' });
    expect(await world.db.contacts.countDocuments({ _id: zoya._id })).toBe(0);
    await expect(world.addContact('zoya@example.com')).rejects.toThrow('never to write again');
  });
});

describe('a contact', () => {
  it('whose message no reader can take is left to a person', async () => {
    const ivan = await world.addWaiting('ivan@example.com');
    // A product without any knowledge breaks every search in it.
    await world.db.products.updateOne({ _id: 'otzyvy' }, { $set: { knowledge: null } });
    await eventually('the broken product to be known', async () => {
      await world.writes('ivan@example.com', 'А с какими площадками вы работаете?');
      await world.hasHeard(ivan);
      const failed = (await world.turnsOf(ivan)).some(({ event }) => event.type === 'readingFailed');
      return failed ? true : null;
    });
    await world.settledIn(ivan, 'handed-over');
    await world.db.products.updateOne({ _id: 'otzyvy' }, { $set: { knowledge: otzyvy().knowledge } });
  });

  it('is added with all that is known, and written to when people work where the contact is', async () => {
    const contact = aNewContact('olga@firm.example', {
      timeZone: 'Asia/Kamchatka',
      interests: ['отзывы'],
      consent: { source: 'выставка', ground: 'визитка' },
    });
    await world.command({ type: 'addContact', contact });
    expect(await world.contact(contact.id)).toMatchObject({
      companyDomain: 'firm.example',
      timeZone: 'Asia/Kamchatka',
      interests: ['отзывы'],
      consent: contact.consent,
    });
    const opening = await world.letterOf(await world.contact(contact.id), 'queued');
    expect(opening).toMatchObject({
      window: { timeZone: 'Asia/Kamchatka' },
      caps: { domain: 'firm.example' },
      status: 'queued',
    });
    // It is the morning in Moscow, and the evening there.
    const { hour, minute } = DateTime.fromJSDate(opening.leavesFrom, { zone: 'Asia/Kamchatka' });
    expect([hour, minute]).toEqual([9, 0]);
  });

  it('is refused without source and ground where the product asks for them', async () => {
    await world.changeProduct({ consent: { required: true, shown: true } });
    await eventually('the new settings to be known', async () => {
      const refused = await world.command({
        type: 'addContact',
        contact: aNewContact(`${crypto.randomUUID()}@x.example`),
      });
      return refused.because?.includes('source and ground') === true ? true : null;
    });
    const petr = await world.addContact('petr@example.com', { consent: { source: 'сайт', ground: 'заявка' } });
    expect((await world.letterOf(petr, 'queued')).text).toContain('сайт');
  });
});
