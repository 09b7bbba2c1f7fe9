import { preparedDatabase } from '../../../test/support/prepared-database';
import { testDatabase } from '../../../test/support/test-database';
import type { Database } from './database';
import { INDEXES, prepareDatabase } from './prepare-database';
import { aContactDocument, aMessageDocument } from './testing/documents';

const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
  // Where two indexes would do, only documents show which of them is the better one.
  const many = Array.from({ length: 100 }, (_, n) => String(n));
  await db.contacts.insertMany(
    many.map((n) => aContactDocument({ _id: n, productId: 'p', companyDomain: `company-${n}.example` })),
  );
  await db.messages.insertMany(many.map((n) => aMessageDocument({ from: `${n}@example.com` })));
});

afterAll(() => db.connection.close());

describe('a database that is prepared', () => {
  const queries = Object.entries(INDEXES).flatMap(([collection, indexed]) =>
    indexed.map((query) => ({ collection, ...query, index: query.options.name })),
  );

  it.each(queries)('finds $serves in $collection by the index $index', async ({ collection, example, index }) => {
    const cursor = db.driver.collection(collection).find(example.filter);
    if (example.sort) cursor.sort(example.sort);
    const plan = JSON.stringify(await cursor.explain('queryPlanner'));
    const winning = plan.slice(plan.indexOf('"winningPlan"'), plan.indexOf('"rejectedPlans"'));
    expect(winning).toContain(`"indexName":"${index}"`);
    expect(winning).not.toMatch(/"stage":"(COLLSCAN|SORT)"/);
  });

  it('is left as it is when it is prepared again', async () => {
    expect(await prepareDatabase(db)).toEqual({ collections: [], indexes: [], migrations: [] });
  });
});
