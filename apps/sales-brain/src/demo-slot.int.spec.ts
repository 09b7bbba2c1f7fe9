import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { otzyvy } from '../../../libs/product/testing/otzyvy';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  const { demo } = otzyvy().settings;
  world = await SalesWorld.open(database, undefined, { demo: { ...demo, way: 'slot' } });
  await world.startBrain();
  await world.startBrain();
});

afterAll(() => world.close());

async function aContactWithSlots(address: string): Promise<Contact> {
  const contact = await world.addWaiting(address);
  await world.writes(address, 'Покажите, пожалуйста, демо');
  const offer = await world.deliverTo(contact);
  expect(offer.letters).toEqual(['demo-slots']);
  expect(offer.invitations).toHaveLength(3);
  await world.settledIn(contact, 'in-demo');
  return contact;
}

function valueOf(letter: OutboxMessage, property: string): string {
  const unfolded = letter.invitations.map(({ content }) => content.replace(/\r?\n[ \t]/g, '')).join('\n');
  return new RegExp(`^${property}(?:;[^:]*)?:(.*)$`, 'm').exec(unfolded)?.[1]?.trim() ?? '';
}

describe('a contact who wants a demo', () => {
  it('is offered three times, picks one, moves it and calls it off', async () => {
    const anna = await aContactWithSlots('anna@example.com');
    const { memory } = await world.conversationOf(anna);

    await world.writes('anna@example.com', 'Давайте второй вариант');
    const booked = await world.deliverTo(anna);
    expect(booked).toMatchObject({ letters: ['slot-booked'], invitations: [{ method: 'REQUEST' }] });
    const [slot] = await world.db.slots.find({ contactId: anna._id }).lean();
    expect(slot?.startsAt).toEqual(memory.offered[1]?.startsAt);
    await world.settledIn(anna, 'in-demo');

    await world.writes('anna@example.com', 'Можем перенести демо на послезавтра после 14:00?');
    const moved = await world.deliverTo(anna);
    expect(moved.letters).toEqual(['slot-booked']);
    expect(valueOf(moved, 'UID')).toBe(valueOf(booked, 'UID'));
    expect([booked, moved].map((letter) => valueOf(letter, 'SEQUENCE'))).toEqual(['0', '1']);
    expect(await world.db.slots.countDocuments({ contactId: anna._id })).toBe(1);

    await world.writes('anna@example.com', 'Отмените, пожалуйста, демо');
    const cancelled = await world.deliverTo(anna);
    expect(cancelled).toMatchObject({ letters: ['slot-cancelled'], invitations: [{ method: 'CANCEL' }] });
    expect([valueOf(cancelled, 'UID'), valueOf(cancelled, 'SEQUENCE')]).toEqual([valueOf(booked, 'UID'), '2']);
    await world.settledIn(anna, 'awaiting-reply');
    expect(await world.db.slots.countDocuments({ contactId: anna._id })).toBe(0);
    expect(await world.db.slotCells.countDocuments({ uid: slot?._id ?? '' })).toBe(0);
  });

  it('and was given it is asked about it the next working day', async () => {
    const vera = await aContactWithSlots('vera@example.com');
    await world.writes('vera@example.com', 'Первый вариант подходит');
    const { invitations } = await world.deliverTo(vera);
    expect(invitations).toHaveLength(1);
    await world.settledIn(vera, 'in-demo');
    const [slot] = await world.db.slots.find({ contactId: vera._id }).lean();
    const [timer] = await world.db.timers.find({ timer: 'demoFollowUp', status: 'scheduled' }).lean();
    const hours = ((timer?.dueAt.getTime() ?? 0) - (slot?.endsAt.getTime() ?? 0)) / 3_600_000;
    expect(hours).toBeGreaterThan(12);
    expect(hours).toBeLessThan(24 * 4);
  });

  it('and stops gives the time back', async () => {
    const boris = await aContactWithSlots('boris@example.com');
    await world.writes('boris@example.com', 'Первый вариант подходит');
    await world.deliverTo(boris);
    await world.writes('boris@example.com', 'Больше мне не пишите');
    await world.settledIn(boris, 'stopped');
    expect(await world.db.slots.countDocuments({ contactId: boris._id })).toBe(0);
  });
});

describe('ten contacts who want the same time at the same instant', () => {
  it('get times that do not overlap', async () => {
    const addresses = Array.from({ length: 10 }, (_, index) => `rival-${String(index)}@example.com`);
    const rivals = await Promise.all(addresses.map((address) => world.addWaiting(address)));
    await Promise.all(addresses.map((address) => world.writes(address, 'Покажите демо послезавтра после 10:00')));
    await eventually(
      'ten slots',
      async () =>
        (await world.db.slots.countDocuments({ contactId: { $in: rivals.map(({ _id }) => _id) } })) === 10
          ? true
          : null,
      25_000,
    );
    const slots = await world.db.slots.find().sort({ startsAt: 1 }).lean();
    const ends = slots.map(({ endsAt }) => endsAt.getTime());
    const starts = slots.map(({ startsAt }) => startsAt.getTime());
    expect(starts.slice(1).filter((start, index) => start < (ends[index] ?? 0) + 15 * 60_000)).toEqual([]);
  }, 60_000);
});
