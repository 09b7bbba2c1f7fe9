import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import type { Database } from '../database';
import { QuotaStore } from './quota.store';

const database = testDatabase();
let db: Database;
let quotas: QuotaStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  quotas = new QuotaStore(db);
});

afterAll(() => db.connection.close());

describe('the quota of a day', () => {
  it('is given out as far as it goes', async () => {
    expect(await quotas.reserve('account:a:2026-11-23', 4, 10)).toBe(4);
    expect(await quotas.reserve('account:a:2026-11-23', 4, 10)).toBe(4);
    expect(await quotas.reserve('account:a:2026-11-23', 4, 10)).toBe(2);
    expect(await quotas.reserve('account:a:2026-11-23', 4, 10)).toBe(0);
  });

  it('grows with what a later moment of the day allows, and never below what is used', async () => {
    expect(await quotas.reserve('account:b:2026-11-23', 5, 3)).toBe(3);
    expect(await quotas.reserve('account:b:2026-11-23', 5, 2)).toBe(0);
    expect(await quotas.reserve('account:b:2026-11-23', 5, 6)).toBe(3);
  });

  it('gets back what was not used', async () => {
    await quotas.reserve('account:c:2026-11-23', 5, 5);
    await quotas.giveBack('account:c:2026-11-23', 2);
    expect(await quotas.reserve('account:c:2026-11-23', 5, 5)).toBe(2);
  });

  it('is never exceeded by gateways that reserve at the same instant, the very first of a day included', async () => {
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) {
      const id = `account:raced:${day}`;
      const taken = await Promise.all(Array.from({ length: 60 }, (_, n) => quotas.reserve(id, 1 + (n % 3), 50)));
      expect(taken.reduce((sum, one) => sum + one, 0)).toBe(50);
      expect(await db.quotas.findById(id).lean()).toMatchObject({ used: 50 });
    }
  });

  it('is never exceeded while some of it is given back', async () => {
    const id = 'account:returned:2026-11-24';
    const kept = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const taken = await quotas.reserve(id, 3, 50);
        const unused = Math.min(1, taken);
        await quotas.giveBack(id, unused);
        return taken - unused;
      }),
    );
    const sum = kept.reduce((one, other) => one + other, 0);
    expect(sum).toBeLessThanOrEqual(50);
    expect(await db.quotas.findById(id).lean()).toMatchObject({ used: sum });
  });
});
