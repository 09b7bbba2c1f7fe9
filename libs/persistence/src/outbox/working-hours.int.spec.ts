import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aLetter } from '../testing/documents';
import type { OutboxMessage } from './outbox.schema';
import { OutboxStore } from './outbox.store';

const NIGHT = new Date('2026-11-23T02:00:00.000Z');
const MORNING = new Date('2026-11-23T09:00:00.000Z');
const NOON = new Date('2026-11-23T12:00:00.000Z');

/** The account of every letter here. */
const SALES = { id: 'sales', lacks: [] };

const database = testDatabase();
let db: Database;
let outbox: OutboxStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  outbox = new OutboxStore(db, randomKeys());
});

afterEach(() => db.outbox.deleteMany({}));
afterAll(() => db.connection.close());

describe('a letter that may leave in the morning', () => {
  it('is given to no gateway at night', async () => {
    const [letter, other] = await store(aLetter({ leavesFrom: MORNING }), aLetter({ leavesFrom: MORNING }));
    expect(await waiting(NIGHT)).toEqual([]);
    expect(await outbox.isQueued(letter, NIGHT)).toBe(false);
    expect(await outbox.lease([letter], 'gateway', NIGHT, [SALES])).toEqual([]);
    expect(await outbox.lease([letter, other], 'gateway', NIGHT, [SALES])).toEqual([]);
  });

  it('leaves in the morning, by business time', async () => {
    const [letter, other] = await store(aLetter({ leavesFrom: MORNING }), aLetter({ leavesFrom: MORNING }));
    expect((await waiting(MORNING)).sort()).toEqual([letter, other].sort());
    expect(await outbox.isQueued(letter, MORNING)).toBe(true);
    expect(await outbox.lease([letter, other], 'gateway', MORNING, [SALES])).toHaveLength(2);
  });

  it('is what a gateway wakes up for', async () => {
    await store(aLetter({ leavesFrom: NOON }), aLetter({ leavesFrom: MORNING }), aLetter({ leavesFrom: NIGHT }));
    expect(await outbox.earliestLeaving(NIGHT, [SALES.id])).toEqual(MORNING);
    expect(await outbox.earliestLeaving(MORNING, [SALES.id])).toEqual(NOON);
    expect(await outbox.earliestLeaving(NOON, [SALES.id])).toBeNull();
  });

  it('holds up no letter that may leave at any time, nor that one’s next try', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000);
    const [, answer] = await store(
      aLetter({ leavesFrom: MORNING }),
      aLetter({ leavesFrom: NIGHT }),
      aLetter({ leavesFrom: NIGHT, notBefore: inAnHour }),
    );
    expect(await waiting(NIGHT)).toEqual([answer]);
    expect(await outbox.earliestAfter('email', new Date())).toEqual(inAnHour);
  });
});

describe('a letter whose working hours ended while it was leased', () => {
  it('is put back until they begin again', async () => {
    const [letter] = await store(aLetter());
    const [leased] = await outbox.lease([letter], 'gateway', NOON, [SALES]);
    if (leased) await outbox.park(leased, MORNING);
    expect(await outbox.find(letter)).toMatchObject({ status: 'queued', leavesFrom: MORNING });
    expect(await outbox.isQueued(letter, NIGHT)).toBe(false);
  });

  it('stays with whoever leased it after that', async () => {
    const [letter] = await store(aLetter());
    const [leased] = await outbox.lease([letter], 'slow', NOON, [SALES]);
    await db.outbox.updateOne({ _id: letter }, { $inc: { leaseNumber: 1 } });
    if (leased) await outbox.park(leased, MORNING);
    expect(await outbox.find(letter)).toMatchObject({ status: 'leased' });
  });
});

async function store<T extends readonly OutboxMessage[]>(...letters: T): Promise<{ [K in keyof T]: string }> {
  await db.outbox.insertMany(letters);
  return letters.map(({ _id }) => _id) as { [K in keyof T]: string };
}

function waiting(businessNow: Date): Promise<string[]> {
  return outbox.queued(SALES, new Date(), businessNow, 100);
}
