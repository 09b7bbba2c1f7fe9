import type { Document } from 'mongodb';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { aLetter, aMessageDocument } from '../testing/documents';
import {
  KEEPS_FAILING,
  LEAVING,
  QUARANTINED,
  QUEUES,
  unmatchedSince,
  WITH_A_PERSON,
  writtenSince,
} from './waiting.queries';
import { WaitingStore } from './waiting.store';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

afterEach(async () => {
  await db.messages.deleteMany({});
  await db.outbox.deleteMany({});
});

afterAll(() => db.connection.close());

describe('what waits', () => {
  it('is counted, with the age of the oldest by the clock it waits by', async () => {
    await db.messages.insertMany([
      aMessageDocument({ _id: 'a', storedAt: minutesAgo(10), state: 'new' }),
      aMessageDocument({ _id: 'b', storedAt: minutesAgo(2), state: 'new' }),
      aMessageDocument({ _id: 'c', storedAt: minutesAgo(60), state: 'filed' }),
    ]);
    const queues = await new WaitingStore(db).queues(NOW);
    expect(queues.find(({ name }) => name === 'messages-to-file')).toEqual({
      name: 'messages-to-file',
      waiting: 2,
      ageMs: 600_000,
    });
    expect(queues.find(({ name }) => name === 'jobs-to-do')).toEqual({ name: 'jobs-to-do', waiting: 0, ageMs: 0 });
  });

  it('is no letter whose time has not come', async () => {
    await db.outbox.insertMany([
      aLetter({ _id: 'due', leavesFrom: minutesAgo(5), createdAt: minutesAgo(5) }),
      aLetter({ _id: 'later', leavesFrom: minutesAgo(-5), createdAt: minutesAgo(5) }),
    ]);
    const store = new WaitingStore(db);
    expect((await store.queues(NOW)).find(({ name }) => name === 'letters-to-send')).toMatchObject({
      waiting: 1,
      ageMs: 300_000,
    });
    expect(await store.traffic(NOW)).toMatchObject([{ due: 1, later: 1, dueForMs: 300_000 }]);
  });
});

describe('the traffic of an account', () => {
  it('tells what became of its letters in the last day, and of no older ones', async () => {
    const settled = { status: 'settled', accountId: 'sales' } as const;
    await db.outbox.insertMany([
      aLetter({ ...settled, _id: 'a', outcome: 'sent', createdAt: minutesAgo(5) }),
      aLetter({ ...settled, _id: 'b', outcome: 'rejected', createdAt: minutesAgo(5) }),
      aLetter({ ...settled, _id: 'c', outcome: 'rejected', createdAt: minutesAgo(60 * 25) }),
    ]);
    expect(await new WaitingStore(db).traffic(NOW)).toMatchObject([
      { accountId: 'sales', lastDay: { sent: 1, rejected: 1, uncertain: 0, withheld: 0 } },
    ]);
  });
});

describe('a look at what waits', () => {
  const clocks = { business: NOW, server: NOW };
  const looks: readonly (readonly [string, string, Document])[] = [
    ...QUEUES.map(({ name, collection, filter }) => [name, collection, filter(clocks)] as const),
    ['letters of each account', COLLECTIONS.outbox, LEAVING],
    ['letters of a day', COLLECTIONS.outbox, writtenSince(NOW)],
    ['conversations with a person', COLLECTIONS.conversations, WITH_A_PERSON],
    ['conversations in quarantine', COLLECTIONS.conversations, QUARANTINED],
    ['unmatched messages', COLLECTIONS.messages, unmatchedSince(NOW)],
    ...KEEPS_FAILING.map(({ what, collection, filter }) => [`${what}s that keep failing`, collection, filter] as const),
  ];

  it.each(looks)('at %s uses an index that stands for other work', async (_, collection, filter) => {
    const plan = JSON.stringify(await db.driver.collection(collection).find(filter).explain('queryPlanner'));
    const winning = plan.slice(plan.indexOf('"winningPlan"'), plan.indexOf('"rejectedPlans"'));
    expect(winning).toContain('"stage":"IXSCAN"');
    expect(winning).not.toContain('"stage":"COLLSCAN"');
  });
});

function minutesAgo(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}
