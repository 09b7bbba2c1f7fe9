import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aLetter } from '../testing/documents';
import { followApproval } from './follow-approval';
import { holdLetters, letLettersGo } from './hold-letters';
import { OutboxStore } from './outbox.store';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const FROM_SALES = [{ id: 'sales', lacks: [] }];
const database = testDatabase();
let db: Database;
let outbox: OutboxStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  outbox = new OutboxStore(db, randomKeys());
});

beforeEach(async () => {
  await db.outbox.deleteMany({});
  await db.products.deleteMany({});
});

afterAll(() => db.connection.close());

const hold = (): Promise<void> => db.transaction((session) => holdLetters(db, session, 'contact-1'));
const letGo = (): Promise<void> => db.transaction((session) => letLettersGo(db, session, 'contact-1'));

async function standing(): Promise<Record<string, string>> {
  const letters = await db.outbox.find().lean();
  return Object.fromEntries(letters.map(({ _id, status }) => [_id, status]));
}

describe('letters that are held', () => {
  it('are all that have not begun to leave, and become what they were', async () => {
    await db.outbox.insertMany([
      aLetter({ _id: 'draft', status: 'draft' }),
      aLetter({ _id: 'queued' }),
      aLetter({ _id: 'leased', status: 'leased', leaseNumber: 3, leasedBy: 'g' }),
      aLetter({ _id: 'leaving', status: 'handing-over' }),
      aLetter({ _id: 'sent', status: 'settled', outcome: 'sent' }),
      aLetter({ _id: 'notice', letters: ['operator-notice'] }),
      aLetter({ _id: 'other', contactId: 'contact-2' }),
    ]);
    const untouched = { leaving: 'handing-over', sent: 'settled', notice: 'queued', other: 'queued' };
    await hold();
    expect(await standing()).toEqual({ draft: 'held', queued: 'held', leased: 'held', ...untouched });
    expect(await outbox.lease(['queued', 'leased'], 'gateway', NOW, FROM_SALES)).toEqual([]);
    expect(await outbox.canBeWithdrawn('queued')).toBe(true);
    await letGo();
    expect(await standing()).toEqual({ draft: 'draft', queued: 'queued', leased: 'queued', ...untouched });
  });

  it('stay as they were when they are held once more', async () => {
    await db.outbox.insertMany([aLetter({ _id: 'draft', status: 'draft' })]);
    await hold();
    await hold();
    await letGo();
    expect(await standing()).toEqual({ draft: 'draft' });
  });

  it('are not claimed by the gateway that had leased one', async () => {
    await db.outbox.insertMany([aLetter({ _id: 'mine', to: 'anna@example.com' })]);
    const leased = await outbox.lease(['mine'], 'gateway', NOW, FROM_SALES);
    await hold();
    expect(await outbox.claim(leased)).toMatchObject({ claimed: [] });
    expect(await standing()).toEqual({ mine: 'held' });
  });

  it('follow a product that wants its drafts approved, once they are let go', async () => {
    await db.products.collection.insertOne({ _id: 'otzyvy', settings: { approval: 'approve' } } as never);
    await db.outbox.insertMany([aLetter({ _id: 'answer' })]);
    await hold();
    await followApproval(db, 'otzyvy', 'approve');
    expect(await standing()).toEqual({ answer: 'held' });
    await letGo();
    expect(await standing()).toEqual({ answer: 'draft' });
  });
});
