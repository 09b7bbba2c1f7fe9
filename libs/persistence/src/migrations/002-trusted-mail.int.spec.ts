import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { Database } from '../database';
import { prepareDatabase } from '../prepare-database';

const DUE = new Date('2026-12-01T07:00:00.000Z');
const LATER = new Date('2026-12-08T07:00:00.000Z');
const AT = new Date('2026-11-20T10:00:00.000Z');

const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
  await db.migrations.deleteOne({ _id: '002-trusted-mail' });
  await db.driver.collection('outbox').createIndex({ leavesFrom: 1, notBefore: 1 }, { name: 'leaving' });
  await insertWhatStoodBefore();
  await Promise.all([prepareDatabase(db), prepareDatabase(db)]);
});

afterAll(() => db.connection.close());

describe('a conversation of before', () => {
  it('remembers the timers it had set, and nothing that is not known', async () => {
    expect(await db.conversations.findById('postponed').lean()).toMatchObject({
      machineVersion: 3,
      revision: 5,
      memory: {
        ...EMPTY_MEMORY,
        remindAt: DUE,
        timers: [
          { timer: 'reminder', dueAt: DUE },
          { timer: 'demoFollowUp', dueAt: LATER },
        ],
      },
    });
    expect(await db.conversations.findById('silent').lean()).toMatchObject({ memory: { timers: [] } });
  });

  it('is begun anew from one turn that holds the whole memory', async () => {
    const turns = await db.turns.find({ conversationId: 'postponed' }).lean();
    expect(turns).toMatchObject([{ _id: 'migrated:3:postponed', revision: 5, event: { type: 'migrated' } }]);
    const { memory } = await db.conversations.findById('postponed').orFail().lean();
    expect((turns[0]?.event as { readonly snapshot?: object }).snapshot).toEqual({ stage: 'postponed', memory });
  });
});

describe('what stood before', () => {
  it('has no index that nothing uses any more', async () => {
    const names = (await db.driver.collection('outbox').indexes()).map(({ name }) => name);
    expect(names).toContain('leavingAccount');
    expect(names).not.toContain('leaving');
  });

  it('has every field that is read today, and keeps those it had', async () => {
    expect(await db.accounts.findById('sales').lean()).toMatchObject({
      address: 'sales@seller.test',
      oauth: null,
      fingerprints: [],
      dkimSelector: null,
      keepsSent: false,
      paused: null,
      checks: [],
    });
    expect(await db.outbox.findById('letter').lean()).toMatchObject({
      quote: null,
      requiredChecks: [],
      attempts: [{ at: AT, outcome: 'retry', code: 451, phase: null, said: 'later' }],
    });
    expect(await db.messages.findById('message').lean()).toMatchObject({
      facts: { type: 'none' },
      attachments: [{ name: 'a.pdf', contentType: 'application/pdf', size: 3, sha256: null }],
    });
    expect(await db.products.findById('otzyvy').lean()).toMatchObject({
      settings: { approval: 'approve', followSubstitutes: false, answersPerHour: 10, requiredChecks: [] },
    });
  });
});

async function insertWhatStoodBefore(): Promise<void> {
  const insert = (collection: string, documents: { readonly _id: string; readonly [field: string]: unknown }[]) =>
    db.driver.collection<{ readonly _id: string }>(collection).insertMany(documents);
  const { bounced: _b, softBounces: _s, answered: _a, timers: _t, substitutes: _u, ...oldMemory } = EMPTY_MEMORY;
  const conversation = { contactId: 'c', productId: 'otzyvy', revision: 4, machineVersion: 2, epoch: 1, closed: false };
  await insert('conversations', [
    {
      _id: 'postponed',
      ...conversation,
      token: 'p',
      stage: 'postponed',
      memory: { ...oldMemory, remindAt: DUE },
    },
    { _id: 'silent', ...conversation, token: 's', stage: 'offer-ignored', memory: oldMemory },
  ]);
  const timer = { conversationId: 'postponed', status: 'scheduled' };
  await insert('timers', [
    { _id: 'follow-up', ...timer, timer: 'demoFollowUp', dueAt: LATER },
    { _id: 'reminder', ...timer, timer: 'reminder', dueAt: DUE },
    { _id: 'cancelled', ...timer, timer: 'silence', dueAt: DUE, status: 'cancelled' },
  ]);
  await insert('mail_accounts', [{ _id: 'sales', productId: 'otzyvy', address: 'sales@seller.test' }]);
  await insert('outbox', [
    {
      _id: 'letter',
      productId: 'otzyvy',
      messageId: '<1>',
      attempts: [{ at: AT, outcome: 'retry', code: 451, said: 'later' }],
    },
  ]);
  await insert('messages', [
    { _id: 'message', state: 'filed', attachments: [{ name: 'a.pdf', contentType: 'application/pdf', size: 3 }] },
  ]);
  await insert('products', [{ _id: 'otzyvy', settings: { approval: 'approve' } }]);
}
