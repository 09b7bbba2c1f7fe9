import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import { aCommit } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { CommitResult, NewSlot, Writes } from '../turns/turn-commit';
import { TurnStore } from '../turns/turn.store';
import { SlotStore } from './slot.store';

const CELL_MS = 15 * 60_000;
const MONDAY = new Date('2026-11-23T08:00:00.000Z');
const TUESDAY = new Date('2026-11-24T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let slots: SlotStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  slots = new SlotStore(db);
});

afterEach(async () => {
  await db.slots.deleteMany({});
  await db.slotCells.deleteMany({});
});

afterAll(() => db.connection.close());

describe('a demo slot', () => {
  it('is the contact’s with every cell of the calendar it takes up, buffer included', async () => {
    const anna = await standingContact(db, keys, 'anna');
    expect(await commit(anna, { slots: [aSlot(anna, MONDAY)] })).toBe('committed');

    expect(await slots.takenCells('otzyvy', MONDAY, TUESDAY)).toEqual([MONDAY, cell(MONDAY, 1), cell(MONDAY, 2)]);
    expect(await slots.takenCells('otzyvy', cell(MONDAY, 2), TUESDAY)).toEqual([cell(MONDAY, 2)]);
    expect(await slots.takenCells('another', MONDAY, TUESDAY)).toEqual([]);
    expect(await slots.ofProduct('otzyvy', MONDAY)).toMatchObject([{ _id: 'slot-anna', contactId: 'anna' }]);
    expect(await slots.find('slot-anna')).toMatchObject({ startsAt: MONDAY, sequence: 0 });
  });

  it('that is moved frees its old time in the same commit', async () => {
    const boris = await standingContact(db, keys, 'boris');
    const galina = await standingContact(db, keys, 'galina');
    await commit(boris, { slots: [aSlot(boris, MONDAY)] });
    expect(await commit(boris, { slots: [aSlot(boris, cell(MONDAY, 1), 1)] })).toBe('committed');

    expect(await slots.takenCells('otzyvy', MONDAY, TUESDAY)).toEqual([1, 2, 3].map((n) => cell(MONDAY, n)));
    expect(await slots.find('slot-boris')).toMatchObject({ sequence: 1 });
    expect(await commit(galina, { slots: [aSlot(galina, cell(MONDAY, -2))] })).toBe('committed');
  });

  it('that is given back can be taken by somebody else', async () => {
    const dmitri = await standingContact(db, keys, 'dmitri');
    const elena = await standingContact(db, keys, 'elena');
    await commit(dmitri, { slots: [aSlot(dmitri, MONDAY)] });
    expect(await commit(elena, { slots: [aSlot(elena, MONDAY)] })).toBe('stale');
    await commit(dmitri, { releasedSlots: ['slot-dmitri'] });

    expect(await slots.find('slot-dmitri')).toBeNull();
    expect(await commit(elena, { slots: [aSlot(elena, MONDAY)] })).toBe('committed');
  });

  it('that was lost to somebody else leaves nothing of its commit behind', async () => {
    const first = await standingContact(db, keys, 'first');
    const second = await standingContact(db, keys, 'second');
    await commit(first, { slots: [aSlot(first, MONDAY)] });
    await commit(second, { slots: [aSlot(second, cell(MONDAY, 2))], language: 'en' });

    expect(await db.conversations.findById('second').lean()).toMatchObject({ revision: 0 });
    expect(await db.contacts.findById('second').lean()).toMatchObject({ language: 'ru' });
    expect(await slots.takenCells('otzyvy', MONDAY, TUESDAY)).toHaveLength(3);
  });
});

describe('fifty contacts who book at the same instant', () => {
  it('get one slot between them where all want the same, whole or in part', async () => {
    const contacts = await Promise.all(fifty('same').map((id) => standingContact(db, keys, id)));
    const results = await Promise.all(
      contacts.map((contact, n) => commit(contact, { slots: [aSlot(contact, cell(MONDAY, n % 3))] })),
    );

    expect(results.filter((result) => result === 'committed')).toHaveLength(1);
    expect(results.filter((result) => result === 'stale')).toHaveLength(49);
    expect(await slots.takenCells('otzyvy', cell(MONDAY, -3), TUESDAY)).toHaveLength(3);
  });

  it('each get one that overlaps no other, if each tries on where it is free', async () => {
    const contacts = await Promise.all(fifty('each').map((id) => standingContact(db, keys, id)));
    await Promise.all(contacts.map((contact) => bookTheFirstFree(contact)));

    const booked = await slots.ofProduct('otzyvy', MONDAY);
    expect(new Set(booked.map(({ contactId }) => contactId)).size).toBe(50);
    const gaps = booked.slice(1).map(({ startsAt }, n) => startsAt.getTime() - (booked[n]?.startsAt.getTime() ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3 * CELL_MS);
    expect(await db.slotCells.countDocuments()).toBe(150);
  }, 60_000);
});

interface Standing {
  readonly contact: Contact;
  readonly conversation: ConversationDocument;
}

/** Half an hour and a quarter of buffer: three cells of the calendar. */
function aSlot({ contact }: Standing, startsAt: Date, sequence = 0): NewSlot {
  return {
    uid: `slot-${contact._id}`,
    sequence,
    startsAt,
    endsAt: cell(startsAt, 2),
    productId: contact.productId,
    contactId: contact._id,
    conversationId: contact.conversationId,
    cells: [startsAt, cell(startsAt, 1), cell(startsAt, 2)],
    at: MONDAY,
  };
}

function cell(startsAt: Date, n: number): Date {
  return new Date(startsAt.getTime() + n * CELL_MS);
}

/** Commits upon the conversation as it stands. */
async function commit({ contact, conversation }: Standing, writes: Partial<Writes>): Promise<CommitResult> {
  const standing = await db.conversations.findById(conversation._id).lean<ConversationDocument>();
  return new TurnStore(db, keys).commit(aCommit(standing ?? conversation, contact, writes));
}

async function bookTheFirstFree(contact: Standing): Promise<void> {
  const taken = await slots.takenCells('otzyvy', MONDAY, cell(MONDAY, 1000));
  const isTaken = new Set(taken.map(Number));
  const free = Array.from({ length: 1000 }, (_, n) => cell(MONDAY, n)).find((startsAt) =>
    [0, 1, 2].every((n) => !isTaken.has(cell(startsAt, n).getTime())),
  );
  const result = await commit(contact, { slots: [aSlot(contact, free ?? MONDAY)] });
  if (result !== 'committed') await bookTheFirstFree(contact);
}

function fifty(name: string): string[] {
  return Array.from({ length: 50 }, (_, n) => `${name}-${String(n)}`);
}
