import { setTimeout as sleep } from 'node:timers/promises';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { ContactStore } from '../contacts/contact.store';
import type { NewConversation, Opened } from '../contacts/open-conversation';
import type { Database } from '../database';
import { aCommand } from '../testing/a-command';
import { aCommit, aContactDocument } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { CommitResult, Writes } from '../turns/turn-commit';
import { SuppressionStore } from '../recipients/suppression.store';
import { TurnStore } from '../turns/turn.store';
import { CompanyStore } from './company.store';

const AT = new Date('2026-11-23T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let contacts: ContactStore;
let companies: CompanyStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  contacts = new ContactStore(db, keys);
  companies = new CompanyStore(db);
});

afterAll(() => db.connection.close());

describe('the stop of a whole company', () => {
  it('keeps everybody of the company from being added, for this product', async () => {
    await stop('first', 'firm.example');
    expect(await add('colleague', 'firm.example')).toBe('suppressed');
    expect(await contacts.standingOf('somebody@firm.example', 'otzyvy')).toBe('suppressed');
    expect(await contacts.standingOf('somebody@firm.example', 'another')).toBe('new');
    expect(await add('stranger', 'elsewhere.example')).toBe('opened');
    // For the journal: what the ledger does not say no restore brings back.
    expect(await db.suppressions.findById('stop-first').lean()).toMatchObject({ companies: ['otzyvy:firm.example'] });
  });

  it('waits, until it is said that its contacts are stopped', async () => {
    await stop('second', 'spreading.example');
    const id = 'otzyvy:spreading.example';
    expect(await idsOf(companies.stopping())).toContain(id);
    await companies.stopped(id, 'another stop');
    expect(await companies.find(id)).toMatchObject({ status: 'stopping', suppressionId: 'stop-second' });
    await companies.stopped(id, 'stop-second');
    expect(await idsOf(companies.stopping())).not.toContain(id);
    expect(await add('too-late', 'spreading.example')).toBe('suppressed');
  });

  it('holds also after the product was told to stop no more companies', async () => {
    await stop('fourth', 'settled.example');
    await db.products.collection.insertOne({ _id: 'otzyvy' as never, settings: { stopCompany: false } });
    expect(await add('after-all', 'settled.example')).toBe('suppressed');
    expect(await add('first-of-all', 'untouched.example')).toBe('opened');
    expect(await companies.find('otzyvy:untouched.example')).toBeNull();
    await db.products.deleteMany({});
  });

  it('ends when the operator lifts it for an address of the company', async () => {
    await stop('fifth', 'forgiven.example');
    expect(await add('not-yet', 'forgiven.example')).toBe('suppressed');
    const address = 'new@forgiven.example';
    const command = await aCommand(db, { type: 'liftAddress', address, reason: 'they wrote to us' });
    const lift = { address, reason: 'they wrote to us', at: AT };
    expect(await new SuppressionStore(db, keys).liftAddress(command, lift)).toBe('lifted');
    expect(await add('again', 'forgiven.example')).toBe('opened');
    const lifted = await db.suppressions.findOne({ type: 'lifted', companies: 'otzyvy:forgiven.example' }).lean();
    expect(lifted).toMatchObject({ reason: 'they wrote to us' });
  });

  it('leaves the users of a mail provider alone', async () => {
    await stop('third', '');
    expect(await add('neighbour', '')).toBe('opened');
    expect(await contacts.ofCompany('otzyvy', '')).toEqual([]);
  });

  it('leaves out a colleague who was named in the same breath', async () => {
    const colleague = aColleague('named', 'breath.example');
    expect(await stop('naming', 'breath.example', { conversations: [colleague] })).toBe('committed');
    expect(await contacts.find('named')).toBeNull();
  });

  it('never passes a colleague who is added at the same instant: refused, or found among those to stop', async () => {
    const pairs = Array.from({ length: 100 }, (_, n) => `pair-${String(n)}`);
    const turns = new TurnStore(db, keys);
    const firstCompanies = await Promise.all(
      pairs.map((pair) => standingContact(db, keys, `of-${pair}`, { contact: { companyDomain: `${pair}.example` } })),
    );
    const outcomes: { result: string; opened: string; found: boolean }[] = [];
    // Who comes first is steered towards a tie: the winner of one pair starts a little later in the next.
    let leadMs = 0;
    for (const [n, pair] of pairs.entries()) {
      const standing = firstCompanies[n];
      const lead = leadMs;
      const [result, opened] = await Promise.all([
        sleep(Math.max(-lead, 0)).then(() => standing && turns.commit(stopOf(standing, `${pair}.example`))),
        sleep(Math.max(lead, 0)).then(() => add(`colleague-of-${pair}`, `${pair}.example`)),
      ]);
      const found = await contacts.ofCompany('otzyvy', `${pair}.example`);
      outcomes.push({
        result: result ?? 'none',
        opened,
        found: found.some(({ _id }) => _id === `colleague-of-${pair}`),
      });
      leadMs += opened === 'opened' ? 1 : -1;
    }

    expect(outcomes.every(({ result }) => result === 'committed')).toBe(true);
    // Both must have won often, or nothing was raced.
    expect(outcomes.filter(({ opened }) => opened === 'opened').length).toBeGreaterThan(10);
    expect(outcomes.filter(({ opened }) => opened === 'suppressed').length).toBeGreaterThan(10);
    expect(outcomes.every(({ opened, found }) => (opened === 'opened') === found)).toBe(true);
    await Promise.all(
      pairs.map(async (pair) => expect(await add(`late-${pair}`, `${pair}.example`)).toBe('suppressed')),
    );
  }, 60_000);
});

async function stop(id: string, companyDomain: string, writes: Partial<Writes> = {}): Promise<CommitResult> {
  const standing = await standingContact(db, keys, id, { contact: { companyDomain } });
  return new TurnStore(db, keys).commit(stopOf(standing, companyDomain, writes));
}

function stopOf(
  { contact, conversation }: Awaited<ReturnType<typeof standingContact>>,
  companyDomain: string,
  writes: Partial<Writes> = {},
): ReturnType<typeof aCommit> {
  const { addresses } = contact;
  const id = `stop-${contact._id}`;
  const suppression = { id, because: 'contact-asked', messageId: null, at: AT, addresses, companyDomain } as const;
  return aCommit(conversation, contact, { ...writes, suppressions: [suppression] });
}

async function add(id: string, companyDomain: string): Promise<Opened> {
  return contacts.add(await aCommand(db, { type: 'releaseContact', contactId: id }), aColleague(id, companyDomain));
}

function aColleague(id: string, companyDomain: string): NewConversation {
  const address = `${id}@${companyDomain || 'mail.example'}`;
  return {
    contact: aContactDocument({ _id: id, conversationId: id, addresses: [address], companyDomain }),
    token: id,
    openingEventId: `opening:${id}`,
  };
}

async function idsOf(ids: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const id of ids) found.push(id);
  return found;
}
