import { EMPTY_MEMORY } from '@app/domain/memory';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import type { Database } from '../database';
import { prepareDatabase } from '../prepare-database';

const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
  await db.migrations.deleteOne({ _id: '003-language-model' });
  await insertWhatStoodBefore();
  await Promise.all([prepareDatabase(db), prepareDatabase(db)]);
});

afterAll(() => db.connection.close());

describe('what stood before a model was asked', () => {
  it('is a conversation that waits for none, begun anew from one turn that holds the whole memory', async () => {
    const conversation = await db.conversations.findById('standing').orFail().lean();
    expect(conversation).toMatchObject({ machineVersion: 4, revision: 5, memory: EMPTY_MEMORY });
    const turns = await db.turns.find({ conversationId: 'standing' }).lean();
    expect(turns).toMatchObject([
      { _id: 'migrated:4:standing', event: { snapshot: { stage: 'postponed', memory: conversation.memory } } },
    ]);
  });

  it('is a letter that is held by nothing and rests on no passage', async () => {
    expect(await db.outbox.findById('letter').lean()).toMatchObject({ status: 'queued', heldAs: null, rests: [] });
  });

  it('is a product that names no model, unless it did', async () => {
    const model = { answerWithinSeconds: { mail: 60, chat: 8 }, queueLimit: 100 };
    expect(await db.products.findById('without').lean()).toMatchObject({ settings: { model: { name: '', ...model } } });
    expect(await db.products.findById('with').lean()).toMatchObject({ settings: { model: { name: 'm', ...model } } });
  });
});

async function insertWhatStoodBefore(): Promise<void> {
  const insert = (collection: string, documents: { readonly _id: string; readonly [field: string]: unknown }[]) =>
    db.driver.collection<{ readonly _id: string }>(collection).insertMany(documents);
  const { asked: _a, mayBeStops: _m, ...oldMemory } = EMPTY_MEMORY;
  const facts = { contactId: 'c', productId: 'without', revision: 4, machineVersion: 3, epoch: 1, closed: false };
  await insert('conversations', [{ _id: 'standing', ...facts, token: 't', stage: 'postponed', memory: oldMemory }]);
  await insert('outbox', [{ _id: 'letter', productId: 'without', messageId: '<1>', status: 'queued' }]);
  await insert('products', [
    { _id: 'without', settings: {} },
    { _id: 'with', settings: { model: { name: 'm' } } },
  ]);
}
