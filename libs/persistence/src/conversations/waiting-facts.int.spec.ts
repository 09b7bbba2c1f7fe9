import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aMessageDocument } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { ConversationStore } from './conversation.store';
import type { WaitingFact } from './waiting-facts';

const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

afterEach(() => db.messages.deleteMany({}));
afterAll(() => db.connection.close());

describe('a message that waits for its conversation', () => {
  it('is known to be preceded while an older one of the same sender is not filed', async () => {
    const filed = { state: 'filed', unhandledFor: 'anna', conversationId: 'anna' } as const;
    const at = new Date(1000);
    await db.messages.insertMany([
      aMessageDocument({ externalId: 'first', storedAt: at, order: 1 }),
      aMessageDocument({ externalId: 'second', storedAt: at, order: 2, ...filed }),
      aMessageDocument({ externalId: 'of-boris', from: 'boris@example.com', storedAt: at, order: 3, ...filed }),
    ]);
    expect(await precededIn('anna')).toEqual({ second: true, 'of-boris': false });

    await db.messages.updateOne({ externalId: 'first' }, { $set: filed });
    expect(await precededIn('anna')).toEqual({ first: false, second: false, 'of-boris': false });
  });

  it('is not preceded by what came later', async () => {
    await db.messages.insertMany([
      aMessageDocument({ externalId: 'early', storedAt: new Date(1), state: 'filed', unhandledFor: 'anna' }),
      aMessageDocument({ externalId: 'late', storedAt: new Date(2) }),
    ]);
    expect(await precededIn('anna')).toEqual({ early: false });
  });
});

async function precededIn(id: string): Promise<Record<string, boolean>> {
  if (!(await db.conversations.exists({ _id: id }))) await standingContact(db, randomKeys(), id);
  const loaded = await new ConversationStore(db).load(id, new Date(), null);
  const facts: readonly WaitingFact[] = loaded?.facts ?? [];
  const preceded = facts.flatMap((fact) =>
    fact.type === 'message' ? [[fact.message.externalId, fact.isPreceded] as const] : [],
  );
  return Object.fromEntries(preceded);
}
