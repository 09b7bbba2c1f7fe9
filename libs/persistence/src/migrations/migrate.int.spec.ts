import { BSON } from 'mongodb';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import type { Database } from '../database';
import { prepareDatabase } from '../prepare-database';

const OLD_MEMORY = {
  wants: [],
  unread: [],
  cameFrom: 'drafting-offer',
  awaited: null,
  askedForColleague: true,
  remindAt: null,
  missedTimer: false,
  handedOverBecause: null,
};
const ALL = ['001-whole-conversation', '002-trusted-mail', '003-language-model', '004-telegram', '005-two-channels'];
const AT = new Date('2026-11-20T10:00:00.000Z');

const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
  await db.migrations.deleteMany({});
  await insertWhatStoodBefore();
});

afterAll(() => db.connection.close());

describe('a database of before', () => {
  it('is brought to the form of today by two services that start at the same time', async () => {
    await Promise.all([prepareDatabase(db), prepareDatabase(db)]);
    const migrations = await db.migrations.find().sort({ _id: 1 }).lean();
    expect(migrations).toMatchObject(ALL.map((_id) => ({ _id })));
  });

  it('has every field that is read today', async () => {
    expect(await db.contacts.findById('of-a-company').lean()).toMatchObject({
      companyDomain: 'firm.example',
      timeZone: null,
      interests: [],
      consent: { source: '', ground: '' },
      notes: [],
      telegram: null,
    });
    expect(await db.conversations.findById('open-1').lean()).toMatchObject({ channel: 'email' });
    expect(await db.contacts.findById('of-a-provider').lean()).toMatchObject({ companyDomain: '' });
    expect(await db.outbox.findById('letter').lean()).toMatchObject({
      productId: 'otzyvy',
      html: '',
      invitations: [],
      window: null,
      caps: null,
      leavesFrom: AT,
      text: 'Здравствуйте!',
      to: 'anna@firm.example',
      recipient: 'anna@firm.example',
      chat: null,
      rests: [],
      heldAs: null,
    });
    expect(await db.messages.findById('message').lean()).toMatchObject({ to: [], chat: null });
    expect(await db.suppressions.findById('stop').lean()).toMatchObject({ type: 'suppressed', reason: '' });
    expect(await db.products.findById('otzyvy').lean()).toMatchObject({
      settings: {
        approval: 'autopilot',
        demo: { way: 'access', link: 'https://x.example', codes: '' },
        telegram: { enabled: false },
        model: { name: '' },
      },
      templates: { ru: { chat: {} }, en: { chat: {} } },
    });
    expect(await db.commands.findById('command').lean()).toMatchObject({
      body: { contact: { timeZone: null, interests: [], consent: { source: '', ground: '' } } },
    });
  });

  it('has one turn of each version for each open conversation, and a replay begins at the last', async () => {
    const conversations = await db.conversations.find().lean();
    const turns = await db.turns.find().lean();
    const names = [2, 3, 4, 5, 6].flatMap((version) =>
      [1, 2, 3].map((n) => `migrated:${String(version)}:open-${String(n)}`),
    );
    expect(turns.map(({ _id }) => _id).sort()).toEqual(names);
    for (const turn of turns.filter(({ machineVersion }) => machineVersion === 6)) {
      const conversation = conversations.find(({ _id }) => _id === turn.conversationId);
      expect(turn).toMatchObject({ revision: 12, decision: 'migrated', event: { type: 'migrated' } });
      expect(conversation).toMatchObject({ revision: 12, machineVersion: 6, stage: 'postponed' });
      const { snapshot } = turn.event as unknown as { readonly snapshot: object };
      const stands = { stage: conversation?.stage, memory: conversation?.memory };
      expect(BSON.EJSON.stringify(snapshot)).toBe(BSON.EJSON.stringify(stands));
      expect(snapshot).toMatchObject({
        memory: { askedForColleague: true, askedToResume: false, followUps: 0, offered: [], slot: null, asked: null },
      });
    }
    expect(conversations.find(({ _id }) => _id === 'closed')).toMatchObject({ revision: 7, machineVersion: 1 });
  });

  it('is left as it is when the migration is run again', async () => {
    await db.migrations.deleteMany({});
    const before = BSON.EJSON.stringify(await everyDocument());
    expect(await prepareDatabase(db)).toMatchObject({ migrations: ALL });
    await db.migrations.deleteMany({});
    expect(BSON.EJSON.stringify(await everyDocument())).toBe(before);
  });
});

async function insertWhatStoodBefore(): Promise<void> {
  const insert = (collection: string, documents: { readonly _id: string; readonly [field: string]: unknown }[]) =>
    db.driver.collection<{ readonly _id: string }>(collection).insertMany(documents);
  const contact = {
    productId: 'otzyvy',
    name: 'Анна',
    company: 'Дом',
    language: 'ru',
    accountId: 'sales',
    revision: 0,
  };
  await insert('contacts', [
    { _id: 'of-a-company', ...contact, addresses: ['anna@firm.example'] },
    { _id: 'of-a-provider', ...contact, addresses: ['anna@gmail.com'] },
  ]);
  const conversation = {
    contactId: 'of-a-company',
    productId: 'otzyvy',
    stage: 'postponed',
    memory: OLD_MEMORY,
    revision: 7,
    machineVersion: 1,
    thread: { subject: '', last: '', references: [] },
    epoch: 3,
  };
  await insert('conversations', [
    ...['open-1', 'open-2', 'open-3'].map((id) => ({ _id: id, ...conversation, token: id, closed: false })),
    { _id: 'closed', ...conversation, token: 'closed', closed: true },
  ]);
  await insert('outbox', [
    {
      _id: 'letter',
      conversationId: 'open-1',
      status: 'queued',
      createdAt: AT,
      to: 'anna@firm.example',
      text: 'Здравствуйте!',
      messageId: '<1>',
    },
  ]);
  await insert('products', [{ _id: 'otzyvy', settings: { demo: { link: 'https://x.example', password: 'p' } } }]);
  await insert('messages', [{ _id: 'message', state: 'filed', text: 'Пишите' }]);
  await insert('suppressions', [{ _id: 'stop', recipientIds: ['r'], because: 'contact-asked', at: AT }]);
  await insert('commands', [{ _id: 'command', status: 'pending', body: { type: 'addContact', contact: { id: 'c' } } }]);
}

async function everyDocument(): Promise<unknown[]> {
  const collections = await db.driver.listCollections({}, { nameOnly: true }).toArray();
  const names = collections.map(({ name }) => name).sort();
  return Promise.all(names.map((name) => db.driver.collection(name).find().sort({ _id: 1 }).toArray()));
}
