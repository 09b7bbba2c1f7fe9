import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { Database } from '../database';
import { aCommand } from '../testing/a-command';
import { aContactDocument, aLetter } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { ContactStore } from './contact.store';
import type { ContactListing } from './list-contacts';

const DAY_MS = 86_400_000;
const MONDAY = new Date('2026-11-23T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let contacts: ContactStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  contacts = new ContactStore(db, keys);
  const note = { at: MONDAY, text: 'Просила звонить (вечером)' };
  await make('anna', 4, { name: 'Анна Белова', company: 'Вкусный дом', companyDomain: 'dom.example', notes: [note] });
  await make('boris', 3, { name: 'Борис', companyDomain: 'dom.example' }, 'handed-over');
  await make('vera', 2, { name: 'Вера', companyDomain: 'dom.example' }, 'offer-ignored');
  await make('grisha', 1, { addresses: ['@grisha_buyer'] }, 'awaiting-start');
  await make('elsewhere', 0, { productId: 'another', companyDomain: 'dom.example' });
  await db.timers.insertMany([aTimer('anna', 3), aTimer('anna', 5), aTimer('elsewhere', 2), aTimer('vera', 9)]);
});

afterAll(() => db.connection.close());

describe('the list of contacts', () => {
  it('shows all of them, the newest first, as many as are asked for', async () => {
    expect(await idsOf({})).toEqual(['anna', 'boris', 'vera', 'grisha', 'elsewhere']);
    expect(await idsOf({ limit: 2 })).toEqual(['anna', 'boris']);
    expect(await idsOf({ productId: 'another' })).toEqual(['elsewhere']);
  });

  it('shows who is in a stage', async () => {
    expect(await idsOf({ stage: 'handed-over' })).toEqual(['boris']);
    expect(await idsOf({ stage: 'awaiting-reply' })).toEqual(['anna', 'elsewhere']);
    expect(await idsOf({ stage: 'awaiting-reply', productId: 'another' })).toEqual(['elsewhere']);
    expect(await idsOf({ stage: 'postponed' })).toEqual([]);
  });

  it('shows who is due by a day, the earliest first', async () => {
    expect(await idsOf({ due: dayFrom(4) })).toEqual(['elsewhere', 'anna']);
    expect(await idsOf({ due: dayFrom(1) })).toEqual([]);
    const [first] = await contacts.list({ due: dayFrom(4), productId: 'otzyvy', limit: 5 });
    expect(first?.due).toEqual(dayFrom(3));
  });

  it('finds a part of a name, a company, an address or a note, in any case, and nothing by a pattern', async () => {
    expect(await idsOf({ text: 'белова' })).toEqual(['anna']);
    expect(await idsOf({ text: 'ВКУСНЫЙ' })).toHaveLength(5);
    expect(await idsOf({ text: 'grisha_' })).toEqual(['grisha']);
    expect(await idsOf({ text: '(вечером)' })).toEqual(['anna']);
    expect(await idsOf({ text: '.*' })).toEqual([]);
    expect(await idsOf({ text: 'anna', stage: 'handed-over' })).toEqual([]);
  });

  it('shows what waits for the operator: persons, drafts, Starts and what keeps failing, each contact once', async () => {
    await db.outbox.insertMany([
      aLetter({ contactId: 'vera', status: 'draft' }),
      aLetter({ contactId: 'vera', status: 'draft' }),
    ]);
    await db.conversations.updateOne({ _id: 'elsewhere' }, { $set: { quarantined: 'It fails.' } });
    const waiting = await contacts.list({ waitingForMe: true, limit: 9 });
    expect(waiting.map(({ contact, waitsFor }) => [contact._id, waitsFor])).toEqual([
      ['boris', ['person']],
      ['grisha', ['start']],
      ['elsewhere', ['quarantine']],
      ['vera', ['draft']],
    ]);
    expect(waiting[0]).toMatchObject({ handedOverBecause: 'Nobody knows.' });
    expect(await idsOf({ waitingForMe: true, productId: 'another' })).toEqual(['elsewhere']);
  });

  it('shows who else of the company has a conversation under way, for the same product', async () => {
    const listed = await contacts.list({ limit: 9 });
    const colleagues = Object.fromEntries(listed.map(({ contact, sameCompany }) => [contact._id, sameCompany]));
    expect(colleagues).toEqual({
      anna: ['boris'],
      boris: ['anna'],
      vera: ['anna', 'boris'],
      grisha: [],
      elsewhere: [],
    });
    const company = await contacts.ofCompany('otzyvy', 'dom.example');
    expect(company.map(({ _id }) => _id).sort()).toEqual(['anna', 'boris', 'vera']);
  });

  it('goes on through the pages until it has found enough', async () => {
    const many = Array.from({ length: 450 }, (_, n) => `many-${String(n)}`);
    await db.contacts.insertMany(
      many.map((id) => aContactDocument({ _id: id, conversationId: 'anna', productId: 'many', addresses: [id] })),
    );
    expect(await contacts.list({ productId: 'many', limit: 430 })).toHaveLength(430);
  });
});

describe('a note on a contact', () => {
  it('is kept with its time, once', async () => {
    const command = await aCommand(db, { type: 'noteContact', contactId: 'boris', text: 'Перезвонить' });
    const note = { at: MONDAY, text: 'Перезвонить' };
    expect(await contacts.note(command, 'boris', note)).toBe('noted');
    expect(await contacts.note(command, 'boris', note)).toBe('noted');
    expect(await contacts.find('boris')).toMatchObject({ notes: [note] });
    expect(await db.commands.findById(command._id).lean()).toMatchObject({ status: 'done' });
    expect(await contacts.note(command, 'nobody', note)).toBe('gone');
  });
});

describe('a contact who is reached by Telegram', () => {
  it('is not written to before pressing Start', async () => {
    const contact = aContactDocument({ _id: 'tg', conversationId: 'tg', addresses: ['@tg_buyer'] });
    const command = await aCommand(db, { type: 'releaseContact', contactId: 'tg' });
    expect(await contacts.add(command, { contact, token: 'tg', openingEventId: 'opening:tg' })).toBe('opened');
    expect(await db.conversations.findById('tg').lean()).toMatchObject({ stage: 'awaiting-start', unhandledFor: 'tg' });
    expect(await contacts.standingOf('@TG_buyer', 'otzyvy')).toBe('in-conversation');
  });
});

async function make(
  id: string,
  age: number,
  contact: Parameters<typeof aContactDocument>[0],
  stage: 'awaiting-reply' | 'handed-over' | 'offer-ignored' | 'awaiting-start' = 'awaiting-reply',
): Promise<void> {
  const createdAt = new Date(MONDAY.getTime() + age);
  const handedOverBecause = stage === 'handed-over' ? 'Nobody knows.' : null;
  const conversation = { stage, createdAt, memory: { ...EMPTY_MEMORY, handedOverBecause } };
  await standingContact(db, keys, id, { contact: { createdAt, ...contact }, conversation });
}

function aTimer(conversationId: string, days: number) {
  const dueAt = dayFrom(days);
  return {
    _id: `${conversationId}-${String(days)}`,
    conversationId,
    timer: 'silence',
    dueAt,
    status: 'scheduled',
  } as const;
}

function dayFrom(days: number): Date {
  return new Date(MONDAY.getTime() + days * DAY_MS);
}

async function idsOf(listing: Partial<ContactListing>): Promise<string[]> {
  return (await contacts.list({ limit: 99, ...listing })).map(({ contact }) => contact._id);
}
