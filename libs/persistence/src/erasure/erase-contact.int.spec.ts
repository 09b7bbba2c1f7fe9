import { opaqueId } from '@app/llm-jobs/opaque-id';
import { setTimeout as sleep } from 'node:timers/promises';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { ContactStore } from '../contacts/contact.store';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import { MessageStore } from '../messages/message.store';
import { OutboxStore } from '../outbox/outbox.store';
import { SuppressionStore } from '../recipients/suppression.store';
import { aCommand } from '../testing/a-command';
import { aCommit, aContactDocument, aLetter, aMessageDocument } from '../testing/documents';
import { ADDRESS, MARKER, plantPerson, THE_MAIL } from '../testing/planted-person';
import { TurnStore } from '../turns/turn.store';
import type { Erased } from './erase-contact';

const AT = new Date('2026-11-24T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

beforeEach(async () => {
  await empty();
  await plantPerson(db, keys);
});

afterAll(() => db.connection.close());

describe('a person who is erased', () => {
  it('stood in every collection before, and stands in none afterwards', async () => {
    expect(Object.keys(await documentsNaming())).toEqual(
      expect.arrayContaining([
        'attachments.chunks',
        'commands',
        'contacts',
        'conversations',
        'llm_jobs',
        'messages',
        'outbox',
        'slot_cells',
        'slots',
        'suppressions',
        'telegram_links',
        'timers',
        'turns',
      ]),
    );
    expect(await erase()).toBe('erased');
    await db.contacts.deleteOne({ _id: 'bystander' });
    expect(await documentsNaming()).toEqual({});
  });

  it('is erased as a contact of every product, and leaves nothing that waits', async () => {
    const command = await aCommand(db, { type: 'eraseContact', contactId: 'person' });
    await contacts(db).erase(command, 'person', AT);
    expect(await contacts(db).find('person')).toBeNull();
    expect(await contacts(db).find('of-another-product')).toBeNull();
    expect(await db.telegramVainStarts.countDocuments()).toBe(0);
    expect(await db.conversations.countDocuments({ contactId: { $in: ['person', 'of-another-product'] } })).toBe(0);
    expect(await db.commands.findById(command._id).lean()).toMatchObject({ status: 'done' });
    expect(await contacts(db).erase(command, 'person', AT)).toBe('gone');
  });

  it('is never written to again, by whatever name the ledger was kept before', async () => {
    await erase();
    const suppressions = new SuppressionStore(db, keys);
    expect(await suppressions.check(ADDRESS)).toMatchObject({ suppressed: true, because: 'erased', since: AT });
    expect(await contacts(db).standingOf(ADDRESS, 'otzyvy')).toBe('suppressed');
    const again = aContactDocument({ _id: 'again', conversationId: 'again', addresses: [ADDRESS] });
    const command = await aCommand(db, { type: 'releaseContact', contactId: 'again' });
    const opened = { contact: again, token: 'again', openingEventId: 'opening:again' };
    expect(await contacts(db).add(command, opened)).toBe('suppressed');
    const company = await db.companies.findById('otzyvy:firm.example').lean();
    expect(await suppressions.find(company?.suppressionId ?? '')).toMatchObject({ type: 'suppressed' });
  });

  it('can be a contact again once the operator lifts the suppression', async () => {
    await db.companies.deleteMany({});
    await erase();
    const lifting = await aCommand(db, { type: 'liftAddress', address: ADDRESS, reason: 'new ground' });
    await new SuppressionStore(db, keys).liftAddress(lifting, { address: ADDRESS, reason: 'new ground', at: AT });
    expect(await contacts(db).standingOf(ADDRESS, 'otzyvy')).toBe('new');
  });

  it('has no mail that is still on the server stored again; a new one is', async () => {
    await erase();
    const messages = new MessageStore(db, keys);
    expect(await messages.store(THE_MAIL)).toBe('erased');
    expect(await messages.store(aMessageDocument({ from: ADDRESS }))).toBe('stored');
  });

  it('gives the demo slot back, and takes the access code along', async () => {
    await erase();
    expect(await db.slotCells.countDocuments()).toBe(0);
    expect(await db.accessCodes.find().lean()).toMatchObject([{ code: 'CODE-1', contactId: '' }]);
  });
});

describe('what a model was asked', () => {
  it('about the person is gone, and about others it names the person no more', async () => {
    await erase();
    const jobs = await db.llmJobs.find().lean();
    expect(jobs).toMatchObject([{ _id: opaqueId('turn-of-referrer:6'), prompt: 'Пишите на [erased], это [erased]' }]);
  });
});

describe('what others have written or been written', () => {
  it('names the person no more, and is theirs otherwise', async () => {
    await erase();
    const message = await db.messages.findOne({ conversationId: 'referrer' }).lean();
    expect(message).toMatchObject({ text: 'Пишите на [erased] или [erased]', to: ['sales@seller.test', '[erased]'] });
    const conversation = await db.conversations.findById('referrer').lean();
    expect(conversation?.memory.wants).toMatchObject([{ intent: { addresses: ['[erased]'] } }]);
    expect(await db.outbox.findById('thanks').lean()).toMatchObject({ status: 'settled', text: '[erased] советует' });
    expect(await db.commands.findById('replied').lean()).toMatchObject({ body: { text: 'Спасибо за [erased]' } });
    expect(await contacts(db).find('bystander')).toMatchObject({ name: 'Ольга Markerova' });
  });

  it('waits for the operator where it has not left yet', async () => {
    await erase();
    expect(await db.outbox.findById('referral').lean()).toMatchObject({
      status: 'draft',
      text: '[erased] советует',
      html: '<p>[erased]</p>',
    });
    expect(await db.outbox.findById('told').lean()).toMatchObject({ status: 'queued', subject: 'От: [erased]' });
  });

  it('does not say any more who pointed whom to us', async () => {
    await erase();
    expect(await contacts(db).find('referred')).toMatchObject({ referredBy: null });
    expect(await db.conversations.findById('referred').lean()).toMatchObject({ opening: { referredBy: null } });
  });

  it('is not written back by a turn that was being taken meanwhile', async () => {
    const conversation = await db.conversations.findById('referrer').orFail().lean<ConversationDocument>();
    const contact = await db.contacts.findById('referrer').orFail().lean();
    await erase();
    expect(await new TurnStore(db, keys).commit(aCommit(conversation, contact))).toBe('stale');
  });
});

describe('an erasure', () => {
  it('changes nothing while a letter of the person is being handed over', async () => {
    await db.outbox.insertMany([aLetter({ contactId: 'person', status: 'handing-over' })]);
    const before = await documentsNaming();
    expect(await erase()).toBe('handing-over');
    expect(await documentsNaming()).toEqual(before);
    expect(await contacts(db).find('person')).toMatchObject({ stoppedAt: AT_THE_STOP });
  });

  it('never passes a claim at the same instant: the letter is not handed over, or nothing is erased yet', async () => {
    const outcomes: string[] = [];
    // Who comes first is steered towards a tie: the winner of one round starts later in the next, by ever more while it wins.
    let leadMs = 0;
    let stepMs = 4;
    for (let round = 0; round < 30; round++) {
      await empty();
      await plantPerson(db, keys);
      await db.recipients.updateMany({}, { $set: { suppressed: false } });
      await db.outbox.insertMany([aLetter({ _id: 'raced', contactId: 'person', to: ADDRESS })]);
      const outbox = new OutboxStore(db, keys);
      const leased = await outbox.lease(['raced'], 'gateway', AT, [{ id: 'sales', lacks: [] }]);
      const lead = leadMs;
      const [erased, { claimed }] = await Promise.all([
        sleep(Math.max(-lead, 0)).then(() => erase()),
        sleep(Math.max(lead, 0)).then(() => outbox.claim(leased)),
      ]);
      expect(erased).toBe(claimed.length === 1 ? 'handing-over' : 'erased');
      stepMs = erased === outcomes.at(-1) ? stepMs * 2 : Math.max(stepMs / 4, 2);
      outcomes.push(erased);
      leadMs += claimed.length === 1 ? stepMs : -stepMs;
    }
    // Both must have won often, or nothing was raced.
    expect(outcomes.filter((erased) => erased === 'erased').length).toBeGreaterThan(5);
    expect(outcomes.filter((erased) => erased === 'handing-over').length).toBeGreaterThan(5);
  }, 120_000);

  it('that is broken off anywhere is finished by doing it again', async () => {
    let brokenOff = 0;
    for (let step = 1; ; step++) {
      await empty();
      await plantPerson(db, keys);
      const first = await erase(breakingOffAt(step)).catch(() => 'broken off' as const);
      if (first === 'erased') break;
      brokenOff++;
      const again = await erase();
      // Broken off behind the last of it there is nothing left to be erased.
      expect(['erased', 'gone']).toContain(again);
      await db.contacts.deleteOne({ _id: 'bystander' });
      expect(await documentsNaming()).toEqual({});
    }
    expect(brokenOff).toBeGreaterThan(5);
  }, 300_000);
});

describe('all that we hold on a person', () => {
  it('is every document that names the person, as plain JSON', async () => {
    const everything = await contacts(db).everythingOn('person');
    expect(JSON.parse(JSON.stringify(everything))).toEqual(everything);
    const named = await documentsNaming();
    const { own = {}, mentions = {} } = everything ?? {};
    for (const [collection, count] of Object.entries(named)) {
      // The first two name nobody: what stands there is named after the mail that asked. Files are named in their mail.
      if (['slot_cells', 'companies', 'attachments.chunks'].includes(collection)) continue;
      const naming = [...(own[collection] ?? []), ...(mentions[collection] ?? [])].filter(names);
      // The bystander only has the same name.
      expect([collection, naming.length]).toEqual([collection, collection === 'contacts' ? count - 1 : count]);
    }
  });

  it('is nothing for who is no contact', async () => {
    expect(await contacts(db).everythingOn('nobody')).toBeNull();
  });
});

const AT_THE_STOP = new Date('2026-11-23T08:00:00.000Z');

function contacts(on: Database): ContactStore {
  return new ContactStore(on, keys);
}

async function erase(on = db): Promise<Erased> {
  return contacts(on).erase(await aCommand(db, { type: 'eraseContact', contactId: 'person' }), 'person', AT);
}

/** How many documents of each collection name the person, in any case and anywhere. */
async function documentsNaming(): Promise<Record<string, number>> {
  const collections = await db.driver.listCollections({}, { nameOnly: true }).toArray();
  const counts = await Promise.all(
    collections.map(async ({ name }) => {
      const documents = await db.driver.collection(name).find().toArray();
      return [name, documents.filter(names).length] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function names(document: unknown): boolean {
  const said = JSON.stringify(document);
  // Raw bytes stand there in base64.
  const decoded = [...said.matchAll(/"([A-Za-z0-9+/=]{12,})"/g)].map(([, raw]) => Buffer.from(raw ?? '', 'base64'));
  return [said, ...decoded.map(String)].some((text) => text.toLowerCase().includes(MARKER));
}

async function empty(): Promise<void> {
  const collections = await db.driver.collections();
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
}

/** The same database, whose connection breaks at the given write. */
function breakingOffAt(step: number): Database {
  let writes = 0;
  const count = (): void => {
    if (++writes === step) throw new Error('The connection broke.');
  };
  const breaking = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get: (target, property): unknown => {
        const value: unknown = Reflect.get(target, property);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          if (WRITES.has(property)) count();
          return Reflect.apply(value, target, given);
        };
      },
    });
  return new Proxy(db, {
    get: (target, property, receiver): unknown => {
      const value: unknown = Reflect.get(target, property, receiver);
      if (property === 'driver') {
        const { driver } = target;
        return new Proxy(driver, {
          get: (inner, name): unknown =>
            name === 'collection'
              ? (collection: string) => breaking(inner.collection(collection))
              : Reflect.get(inner, name),
        });
      }
      return typeof value === 'function' && 'modelName' in value ? breaking(value) : value;
    },
  });
}

const WRITES: ReadonlySet<string | symbol> = new Set([
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'insertMany',
  'bulkWrite',
]);
