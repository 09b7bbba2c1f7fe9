import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aMessageDocument } from '../testing/documents';
import { rememberErased } from './erased-messages';
import { MessageStore } from './message.store';

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let messages: MessageStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  messages = new MessageStore(db, keys);
});

beforeEach(() => db.messages.deleteMany({}));

afterAll(() => db.connection.close());

describe('messages that are stored together', () => {
  it('are there once each, in their order', async () => {
    expect(await store('a', 'b', 'c')).toEqual(['a', 'b', 'c']);
    expect(await stored()).toEqual(['a', 'b', 'c']);
    expect(await store()).toEqual([]);
  });

  it('may be given again, all of them or some among new ones', async () => {
    await store('a', 'c', 'f');
    expect(await store('a', 'b', 'c', 'd', 'e', 'f')).toEqual(['b', 'd', 'e']);
    expect(await store('a', 'b', 'c', 'd', 'e', 'f')).toEqual([]);
    expect(await stored()).toEqual(['a', 'c', 'f', 'b', 'd', 'e']);
  });

  it('are left out when they were erased with their sender', async () => {
    await db.transaction((session) => rememberErased(db, keys, session, ['a', 'c']));
    expect(await store('a', 'b', 'c')).toEqual(['b']);
    expect(await stored()).toEqual(['b']);
  });

  it('are not called stored when one of them could not be', async () => {
    const tooLarge = { ...aMessageDocument({ _id: 'y' }), text: 'x'.repeat(17_000_000) };
    await expect(messages.storeAll([aMessageDocument({ _id: 'x' }), tooLarge])).rejects.toThrow();
  });
});

async function store(...ids: readonly string[]): Promise<readonly string[]> {
  return [...(await messages.storeAll(ids.map((_id) => aMessageDocument({ _id }))))];
}

async function stored(): Promise<readonly string[]> {
  return (await db.messages.find().sort({ $natural: 1 }).lean()).map(({ _id }) => _id);
}
