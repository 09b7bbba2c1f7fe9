import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { ContactStore } from '../contacts/contact.store';
import type { Database } from '../database';
import { aCommand } from '../testing/a-command';
import { aCommit } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { TurnStore } from '../turns/turn.store';
import { SuppressionStore } from './suppression.store';

const AT = new Date('2026-11-23T08:00:00.000Z');
const LATER = new Date('2026-11-24T08:00:00.000Z');
const LAST = new Date('2026-11-25T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let suppressions: SuppressionStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  suppressions = new SuppressionStore(db, keys);
});

afterAll(() => db.connection.close());

describe('an address that is no contact’s', () => {
  it('is suppressed once, shows nothing of itself, and never becomes a contact', async () => {
    const first = await suppressing('stranger@example.com');
    expect(first).toEqual({ result: 'suppressed', status: 'done' });
    expect(await suppressing('Stranger@Example.com')).toEqual({ result: 'already', status: 'done' });
    expect(await suppressions.check('stranger@example.com')).toMatchObject({
      suppressed: true,
      since: AT,
      because: 'imported',
      history: [{ type: 'suppressed', contactId: '', because: 'imported' }],
    });
    expect(JSON.stringify(await db.suppressions.find().lean())).not.toContain('stranger');
    expect(await new ContactStore(db, keys).standingOf('stranger@example.com', 'otzyvy')).toBe('suppressed');
  });

  it('is lifted at the operator’s word, with the reason', async () => {
    await suppressing('back@example.com');
    expect(await lifting('back@example.com')).toEqual({ result: 'lifted', status: 'done' });
    expect(await lifting('back@example.com')).toEqual({ result: 'not-suppressed', status: 'done' });
    expect(await suppressions.check('back@example.com')).toMatchObject({
      suppressed: false,
      history: [{ type: 'suppressed' }, { type: 'lifted', reason: 'Сам позвонил' }],
    });
    expect(await new ContactStore(db, keys).standingOf('back@example.com', 'otzyvy')).toBe('new');
  });

  it('may be a Telegram user name', async () => {
    await suppressing('@quiet_buyer');
    expect(await suppressions.check('@quiet_buyer')).toMatchObject({ suppressed: true });
  });

  it('that nobody ever heard of is not suppressed', async () => {
    expect(await suppressions.check('unheard@example.com')).toEqual({
      suppressed: false,
      id: null,
      since: null,
      because: null,
      history: [],
    });
  });
});

describe('the list of suppressions', () => {
  it('shows the newest first, with the contact, and finds by a part of name, company, address or reason', async () => {
    const { contact, conversation } = await standingContact(db, keys, 'named', {
      contact: { name: 'Пётр Ильин', company: 'Чайка (Нева)' },
    });
    const { addresses } = contact;
    const stop = { because: 'contact-asked', messageId: null, at: LAST, addresses, companyDomain: null } as const;
    await new TurnStore(db, keys).commit(
      aCommit(conversation, contact, { suppressions: [{ id: 'stop-named', ...stop }] }),
    );
    const [newest] = await suppressions.list({ limit: 1 });
    expect(newest).toMatchObject({ _id: 'stop-named', contact: { name: 'Пётр Ильин', addresses } });
    expect(await idsFoundBy('ильин')).toEqual(['stop-named']);
    expect(await idsFoundBy('(нева)')).toEqual(['stop-named']);
    expect(await idsFoundBy('NAMED@')).toEqual(['stop-named']);
    expect(await idsFoundBy('позвонил')).toHaveLength(1);
    expect(await idsFoundBy('.*')).toEqual([]);
  });
});

async function suppressing(address: string): Promise<{ result: string; status: string | undefined }> {
  const command = await aCommand(db, { type: 'suppressAddress', address });
  const result = await suppressions.suppressAddress(command, { address, because: 'imported', at: AT });
  return { result, status: (await db.commands.findById(command._id).lean())?.status };
}

async function lifting(address: string): Promise<{ result: string; status: string | undefined }> {
  const command = await aCommand(db, { type: 'liftAddress', address, reason: 'Сам позвонил' });
  const result = await suppressions.liftAddress(command, { address, reason: 'Сам позвонил', at: LATER });
  return { result, status: (await db.commands.findById(command._id).lean())?.status };
}

async function idsFoundBy(text: string): Promise<string[]> {
  return (await suppressions.list({ limit: 10, text })).map(({ _id }) => _id);
}
