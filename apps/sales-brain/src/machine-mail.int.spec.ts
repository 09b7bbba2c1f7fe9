import { DateTime } from 'luxon';
import type { BounceTold } from '@app/domain/machine-facts';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
const loneDatabase = testDatabase();
const SAID = { phase: 'rcpt', code: 550, said: '550 5.1.1 no such user', retryInMs: 0 } as const;
const NO_SUCH_ADDRESS = { outcome: 'rejected', rejectedFor: 'address', ...SAID } as const;
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { operator: { address: 'boss@seller.test', language: 'ru' } });
  await world.startBrain();
});

afterAll(() => world.close());

async function machineWrites(
  contact: Contact,
  kind: InboundMessage['kind'],
  facts: InboundMessage['facts'],
  from = contact.addresses[0] ?? '',
): Promise<void> {
  const [opening] = await world.lettersOf(contact);
  await world.writes(from, '', { kind, facts, threadIds: [opening?.messageId ?? ''] });
  await world.hasHeard({ ...contact, addresses: [from] });
}

async function comesBack(contact: Contact, kind: 'bounce_hard' | 'bounce_soft', recipient?: string): Promise<void> {
  const facts: BounceTold = { type: 'bounce', letter: null, status: null, recipient: recipient ?? null };
  await machineWrites(contact, kind, facts, 'mailer-daemon@mx.example');
}

function timersOf({ conversationId }: Contact) {
  return world.db.timers.find({ conversationId, status: 'scheduled' }).lean();
}

describe('a contact who is away', () => {
  const day = (days: number): DateTime<true> =>
    DateTime.fromJSDate(world.now(), { zone: 'Europe/Moscow' }).startOf('day').plus({ days }) as DateTime<true>;

  it('is reminded on the working day after the return, and nothing answers the note', async () => {
    const anna = await world.addWaiting('anna@example.com');
    await world.writes('anna@example.com', 'Напишите мне через неделю');
    await world.deliverTo(anna);
    await world.settledIn(anna, 'postponed');

    const returnsOn = day(20).toISODate();
    await machineWrites(anna, 'auto_reply', { type: 'absence', returnsOn, substitutes: [] });
    const [reminder, ...others] = await timersOf(anna);
    expect(others).toEqual([]);
    expect(reminder).toMatchObject({ timer: 'reminder' });
    const due = DateTime.fromJSDate(reminder?.dueAt ?? new Date(0), { zone: 'Europe/Moscow' });
    expect(due >= day(21)).toBe(true);
    expect(due < day(34)).toBe(true);
    expect(due.weekday).toBeLessThan(6);
    expect(due.toFormat('HH:mm')).toBe('09:00');

    await world.moveClockTo(day(15).toJSDate());
    expect(await world.stageOf(anna)).toBe('postponed');
    await world.moveClockTo(due.plus({ minutes: 1 }).toJSDate());
    expect((await world.deliverTo(anna)).letters).toEqual(['reminder']);
  });

  it('is left alone although the note and the day come to a brain at the same time', async () => {
    const lone = await SalesWorld.open(loneDatabase);
    const brain = await lone.startBrain();
    const anna = await lone.addWaiting('anna@example.com');
    await lone.writes('anna@example.com', 'Напишите мне через неделю');
    await lone.deliverTo(anna);
    await lone.settledIn(anna, 'postponed');
    await brain.close();

    const returnsOn = day(30).toISODate();
    const facts = { type: 'absence', returnsOn, substitutes: [] } as const;
    const { conversationId } = anna;
    const filed = { state: 'filed', conversationId, matchedBy: 'sender', unhandledFor: conversationId } as const;
    await lone.writes('anna@example.com', '', { kind: 'auto_reply', facts, ...filed });
    await lone.moveClockBy(12);
    await lone.startBrain();
    await lone.hasHeard(anna);
    expect(await lone.stageOf(anna)).toBe('postponed');
    const [reminder] = await lone.db.timers.find({ conversationId, status: 'scheduled' }).lean();
    expect(reminder?.dueAt.getTime()).toBeGreaterThan(day(30).toMillis());
    await lone.close();
  });

  it('has the substitute offered to the operator once, with the command that writes there', async () => {
    const boris = await world.addWaiting('boris@example.com');
    const note = { type: 'absence', returnsOn: null, substitutes: ['zoya@example.com'] } as const;
    await machineWrites(boris, 'auto_reply', note);
    await machineWrites(boris, 'auto_reply', note);
    const notices = await world.db.outbox.find({ letters: 'operator-notice', contactId: boris._id }).lean();
    expect(notices).toMatchObject([{ text: expect.stringContaining('--email zoya@example.com') }]);
    expect(await world.db.contacts.countDocuments({ addresses: 'zoya@example.com' })).toBe(0);
    expect(await world.stageOf(boris)).toBe('awaiting-reply');
  });

  it('names nobody to write to with an address of our own, as it stands in a Reply-To of ours', async () => {
    const toma = await world.addWaiting('toma@example.com');
    const substitutes = ['sales+abcdefghij@seller.test', 'boss+sales@seller.test'];
    await machineWrites(toma, 'auto_reply', { type: 'absence', returnsOn: null, substitutes });
    expect(await world.db.outbox.countDocuments({ letters: 'operator-notice', contactId: toma._id })).toBe(0);
  });

  it('has the substitute written to, who learns who is away, where the product says so', async () => {
    await world.changeProduct({ followSubstitutes: true });
    const vera = await world.addWaiting('vera@example.com', { name: 'Вера' });
    await machineWrites(vera, 'auto_reply', { type: 'absence', returnsOn: null, substitutes: ['igor@example.com'] });
    const igor = await world.contactAt('igor@example.com');
    expect(igor.referredBy).toBe(vera._id);
    expect(await world.deliverTo(igor)).toMatchObject({
      letters: ['referral-opening'],
      text: expect.stringContaining('Вера'),
    });
    expect(await world.stageOf(vera)).toBe('awaiting-reply');
    await world.changeProduct({ followSubstitutes: false });
  });
});

describe('a letter that came back for good', () => {
  it('is the last one to that address, which is suppressed for that and no more', async () => {
    const gleb = await world.addWaiting('gleb@example.com');
    await comesBack(gleb, 'bounce_hard', 'gleb@example.com');
    await world.settledIn(gleb, 'unreachable');
    expect(await ledgerOf(gleb)).toEqual([['suppressed', 'bounced']]);
    expect(await world.contact(gleb._id)).toMatchObject({ stoppedAt: null });
    expect(await timersOf(gleb)).toEqual([]);

    const reply = await world.command({ type: 'replyToContact', contactId: gleb._id, text: 'Глеб?' });
    expect(reply).toMatchObject({ status: 'refused', because: expect.stringContaining('contact resume') });
    expect(await world.command({ type: 'restartContact', contactId: gleb._id })).toMatchObject({ status: 'refused' });
    expect((await world.lettersOf(gleb)).map(({ letters }) => letters)).toEqual([['opening']]);
  });

  it('does not count when it is about another address', async () => {
    const dina = await world.addWaiting('dina@example.com');
    await comesBack(dina, 'bounce_hard', 'somebody@elsewhere.example');
    expect(await world.stageOf(dina)).toBe('awaiting-reply');
    expect(await ledgerOf(dina)).toEqual([]);
  });

  it('does not count when nothing but the address it is sent from says that it is about ours', async () => {
    const ulya = await world.addWaiting('ulya@example.com');
    const guessed: BounceTold = {
      type: 'bounce',
      letter: '<guessed@seller.test>',
      status: '5.1.1',
      recipient: 'ulya@example.com',
    };
    await world.writes('ulya@example.com', '', { kind: 'bounce_hard', facts: guessed });
    await world.hasHeard(ulya);
    expect(await world.stageOf(ulya)).toBe('awaiting-reply');
    expect(await ledgerOf(ulya)).toEqual([]);
  });

  it('can be lifted by the operator, and by the contact who writes from there', async () => {
    const egor = await world.addWaiting('egor@example.com');
    await comesBack(egor, 'bounce_hard');
    await world.settledIn(egor, 'unreachable');
    const lift = { type: 'liftAddress', address: 'egor@example.com', reason: 'the mailbox was full' } as const;
    expect(await world.command(lift)).toMatchObject({ status: 'done' });
    expect(await world.stageOf(egor)).toBe('awaiting-reply');

    await comesBack(egor, 'bounce_hard');
    await world.settledIn(egor, 'unreachable');
    await world.writes('egor@example.com', 'Пришлите презентацию');
    expect(await world.deliverTo(egor)).toMatchObject({ letters: ['presentation'], status: 'handing-over' });
    expect(await ledgerOf(egor)).toEqual([
      ['suppressed', 'bounced'],
      ['lifted', 'operator-asked'],
      ['suppressed', 'bounced'],
      ['lifted', 'contact-wrote'],
    ]);
  });

  it('lifts no stop that was said before', async () => {
    const zina = await world.addWaiting('zina@example.com');
    await world.db.recipients.updateMany(
      { 'bindings.contactId': zina._id },
      { $set: { suppressed: true, suppression: 'a stop said to another product' } },
    );
    await comesBack(zina, 'bounce_hard');
    await world.settledIn(zina, 'unreachable');
    await world.command({ type: 'resumeContact', contactId: zina._id, reason: 'they called' });
    expect(await world.db.recipients.findOne({ 'bindings.contactId': zina._id }).lean()).toMatchObject({
      suppressed: true,
      suppression: 'a stop said to another product',
    });
  });

  it('is one that the server refuses at once for its address', async () => {
    const ilya = await world.addContact('ilya@example.com');
    await world.deliverTo(ilya, NO_SUCH_ADDRESS);
    await world.settledIn(ilya, 'unreachable');
    expect(await ledgerOf(ilya)).toEqual([['suppressed', 'bounced']]);
    await expect(world.addContact('ilya@example.com')).rejects.toThrow('came back');
  });
});

describe('letters that came back for now', () => {
  it('count as one that came back for good when there are three in a row', async () => {
    const kira = await world.addWaiting('kira@example.com');
    await comesBack(kira, 'bounce_soft');
    await comesBack(kira, 'bounce_soft');
    await world.writes('kira@example.com', 'Спасибо, получила');
    await world.hasHeard(kira);
    await comesBack(kira, 'bounce_soft');
    await comesBack(kira, 'bounce_soft');
    expect(await world.stageOf(kira)).toBe('awaiting-reply');
    await comesBack(kira, 'bounce_soft');
    await world.settledIn(kira, 'unreachable');
    expect(await ledgerOf(kira)).toEqual([['suppressed', 'bounced']]);
  });
});

describe("a calendar's answer", () => {
  it('that declines the demo gives its time back, and the operator is told', async () => {
    const { demo } = (await world.db.products.findById('otzyvy').orFail().lean()).settings;
    await world.changeProduct({ demo: { ...demo, way: 'slot' } });
    const lena = await world.addWaiting('lena@example.com');
    await world.writes('lena@example.com', 'Покажите демо');
    await world.deliverTo(lena);
    await world.writes('lena@example.com', 'Давайте второй вариант');
    await world.deliverTo(lena);
    await world.settledIn(lena, 'in-demo');
    const { slot } = (await world.conversationOf(lena)).memory;
    const uid = slot?.uid ?? '';

    await machineWrites(lena, 'calendar', { type: 'calendarReply', answer: 'accepted', uid });
    expect(await world.stageOf(lena)).toBe('in-demo');
    await machineWrites(lena, 'calendar', { type: 'calendarReply', answer: 'declined', uid });
    await world.settledIn(lena, 'awaiting-reply');
    expect(await world.db.slots.countDocuments({ contactId: lena._id })).toBe(0);
    expect(await world.noticesOn(lena)).toEqual(['slot-declined']);
    expect(await timersOf(lena)).toMatchObject([{ timer: 'silence' }]);
  });
});

async function ledgerOf({ _id }: Contact): Promise<string[][]> {
  const ledger = await world.db.suppressions.find({ contactId: _id }).sort({ at: 1 }).lean();
  return ledger.map(({ type, because }) => [type, because]);
}
