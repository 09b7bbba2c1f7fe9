import type { Database } from '@app/persistence/database';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { checkDatabase } from './check-database';

const KEYS = randomKeys();
const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

afterAll(() => db.connection.close());

describe('a database that `sales-agent init` has made ready', () => {
  it('is worked on', async () => {
    await expect(checkDatabase(db, KEYS)).resolves.toBeUndefined();
  });

  it('is left alone while a migration of its documents has not come to its end', async () => {
    await db.migrations.deleteOne({ _id: '002-trusted-mail' });
    await expect(checkDatabase(db, KEYS)).rejects.toThrow('run `sales-agent init` first');
  });
});
