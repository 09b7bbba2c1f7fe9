import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { CommandStore } from '../commands/command.store';
import { ContactStore } from '../contacts/contact.store';
import type { Database } from '../database';
import { prepareDatabase } from '../prepare-database';
import { recipientKeys } from '../recipients/recipient-keys';
import type { Suppression } from '../recipients/recipient.schema';
import { SuppressionStore } from '../recipients/suppression.store';
import { aLetter } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { endRecovery, isRestored } from './database-origin';
import { giveUpLetters } from './give-up-letters';
import { importJournal } from './import-journal';
import { journalLine, journalName, readJournalLine, type JournalEntry } from './journal-entry';

const AT = new Date('2026-11-23T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let ledger: SuppressionStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  ledger = new SuppressionStore(db, keys);
});

afterAll(() => db.connection.close());

/** A line as a brain wrote it after the backup was made. */
function journalled(id: string, address: string, change: Partial<Suppression> = {}): JournalEntry {
  const { all: recipientIds } = recipientKeys(address, keys);
  const nothing = { reason: '', messageId: null, cancelledMessages: [], cancelledTimers: [] };
  const entry = { _id: id, type: 'suppressed', recipientIds, contactId: '', conversationId: '', at: AT } as const;
  const line = readJournalLine(journalLine({ ...entry, because: 'contact-asked', ...nothing, ...change }));
  if (!line) throw new Error('no line');
  return line;
}

function bringBack(...entries: JournalEntry[]): Promise<number> {
  return importJournal(db, new CommandStore(db), entries);
}

function commandsFor(contactId: string) {
  return db.commands.find({ 'body.contactId': contactId }).lean();
}

describe('a database', () => {
  it('that was dumped and restored is told from the one it was', async () => {
    expect(await isRestored(db)).toBe(false);
    const documents = await db.driver.collection('database_origin').find().toArray();
    await db.driver.dropDatabase();
    await db.driver.collection('database_origin').insertMany(documents);
    await prepareDatabase(db);
    expect(await isRestored(db)).toBe(true);
    await endRecovery(db);
    expect(await isRestored(db)).toBe(false);
  });
});

describe('what was on its way in the backup', () => {
  it('is given up, drafts too, and no answer is repeated', async () => {
    const statuses = ['draft', 'queued', 'leased', 'handing-over'] as const;
    await db.outbox.insertMany(statuses.map((status) => aLetter({ _id: status, status, claimId: 'c' })));
    await db.outbox.insertMany([aLetter({ _id: 'sent', status: 'settled', outcome: 'sent' })]);
    await db.outbox.insertMany([aLetter({ _id: 'notice', letters: ['operator-notice'] })]);
    expect(await giveUpLetters(db, AT, AT)).toBe(5);
    const given = await db.outbox.find({ _id: { $in: statuses } }).lean();
    expect(given.map(({ outcome, repeats }) => [outcome, repeats])).toEqual(statuses.map(() => ['uncertain', 1]));
    expect(given.every(({ unhandledFor, conversationId }) => unhandledFor === conversationId)).toBe(true);
    expect(await db.outbox.findById('sent').lean()).toMatchObject({ outcome: 'sent' });
    expect((await db.outbox.findById('notice').lean())?.unhandledFor).toBeUndefined();
  });
});

describe('the journal of the ledger', () => {
  it('brings back a stop that the backup lacks, once, and has the contact stopped', async () => {
    await standingContact(db, keys, 'anna');
    const entry = journalled('stop-anna', 'anna@example.com', { contactId: 'anna' });
    expect(await bringBack(entry)).toBe(1);
    expect(await bringBack(entry)).toBe(0);
    expect(await ledger.check('anna@example.com')).toMatchObject({ suppressed: true, since: AT });
    const commands = await commandsFor('anna');
    expect(commands.map(({ body }) => body.type)).toEqual(['stopContact']);
  });

  it('brings back the stop of an address the backup never heard of', async () => {
    await bringBack(journalled('stop-stranger', 'stranger@example.com'));
    expect(await ledger.check('stranger@example.com')).toMatchObject({ suppressed: true });
  });

  it('brings back the stop of a company, and its end', async () => {
    const companies = ['otzyvy:dom.example', 'otzyvy:sad.example'];
    await bringBack(journalled('stop-companies', 'dora@dom.example', { companies }));
    expect(await db.companies.findById('otzyvy:dom.example').lean()).toMatchObject({
      productId: 'otzyvy',
      domain: 'dom.example',
      status: 'stopping',
      suppressionId: `journal:${journalName('stop-companies')}`,
    });
    expect(await new ContactStore(db, keys).standingOf('somebody@dom.example', 'otzyvy')).toBe('suppressed');

    const lift = { type: 'lifted', because: 'operator-asked', companies: ['otzyvy:sad.example'] } as const;
    await bringBack(journalled('lift-company', 'new@sad.example', lift));
    expect(await db.companies.findById('otzyvy:sad.example').lean()).toMatchObject({ status: 'open' });
    expect(await db.companies.findById('otzyvy:dom.example').lean()).toMatchObject({ status: 'stopping' });
  });

  it('ends with what was said last', async () => {
    await standingContact(db, keys, 'boris');
    const stop = journalled('stop-boris', 'boris@example.com', { contactId: 'boris' });
    const lift = journalled('lift-boris', 'boris@example.com', { type: 'lifted', because: 'operator-asked' });
    expect(await bringBack(stop, lift)).toBe(2);
    expect(await ledger.check('boris@example.com')).toMatchObject({ suppressed: false });
    expect(await commandsFor('boris')).toEqual([]);
  });

  it('has a person erased again who came back with the backup', async () => {
    await standingContact(db, keys, 'vera');
    await bringBack(journalled('erased:1', 'vera@example.com', { because: 'erased' }));
    expect((await commandsFor('vera')).map(({ body }) => body.type)).toEqual(['eraseContact']);
  });

  it('leaves alone what the ledger knows, and is not written anew by what came from it', async () => {
    const entry = journalled('stop-known', 'known@example.com');
    await bringBack(entry);
    const ids = (await db.suppressions.find({}, { _id: 1 }).lean()).map(({ _id }) => journalName(_id));
    expect(ids).toContain(entry._id);
  });

  it.each(['{"_id":"cut sho', '', 'null', '[]', '{"_id":1}'])('passes over a line like %j', (line) => {
    expect(readJournalLine(line)).toBeNull();
  });
});
