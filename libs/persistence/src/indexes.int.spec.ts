import mongoose from 'mongoose';
import { testDatabase } from '../../../test/support/test-database';
import { Database } from './database';
import { INDEXES, prepareDatabase } from './prepare-database';

const { uri, name } = testDatabase();
let db: Database;

beforeAll(async () => {
  const connection = mongoose.createConnection(uri, { dbName: name, autoCreate: false, autoIndex: false });
  db = new Database(await connection.asPromise());
  await prepareDatabase(db);
});

afterAll(() => db.connection.close());

describe('a database that is prepared', () => {
  const queries = Object.entries(INDEXES).flatMap(([collection, indexed]) =>
    indexed.map((query) => ({ collection, ...query, index: query.options.name })),
  );

  it.each(queries)('finds $serves in $collection by the index $index', async ({ collection, example, index }) => {
    const cursor = db.connection.getClient().db(name).collection(collection).find(example.filter);
    if (example.sort) cursor.sort(example.sort);
    const plan = JSON.stringify(await cursor.explain('queryPlanner'));
    const winning = plan.slice(plan.indexOf('"winningPlan"'), plan.indexOf('"rejectedPlans"'));
    expect(winning).toContain(`"indexName":"${index}"`);
    expect(winning).not.toMatch(/"stage":"(COLLSCAN|SORT)"/);
  });

  it('is left as it is when it is prepared again', async () => {
    expect(await prepareDatabase(db)).toEqual({ collections: [], indexes: [] });
  });
});
