import type { Database } from '@app/persistence/database';
import type { Letter } from '@app/domain/letter';
import { aLetter } from '@app/persistence/testing/documents';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { claimFinding } from './claims-after-stop';

describe.each([
  ['opening', ['letter-late']],
  ['stop-confirmed', []],
] as const)('of the letter %s', (letter, found) => {
  const database = testDatabase();
  let db: Database;

  beforeAll(async () => {
    db = await preparedDatabase(database);
    await add('early', letter);
    await claim('early');
    await stop('early');
    await add('late', letter);
    await stop('late');
    await claim('late');
  });

  afterAll(() => db.connection.close());

  it(`${found.length} claims are found that came after the stop of their contact`, async () => {
    const { wrong, among } = await claimFinding(db);
    expect(wrong).toEqual(found);
    expect(among).toBe('2 claims and the stops of 2 contacts');
  });

  async function add(contactId: string, name: Letter): Promise<void> {
    const binding = { productId: 'otzyvy', contactId };
    const guard = { suppressed: false, suppression: null, passed: [], claimId: null, bindings: [binding] };
    await db.recipients.insertOne({ _id: `guard-${contactId}`, ...guard });
    await db.outbox.insertOne(aLetter({ _id: `letter-${contactId}`, contactId, letters: [name], status: 'leased' }));
  }

  function stop(contactId: string): Promise<void> {
    return db.transaction(async (session) => {
      await db.recipients.updateOne({ _id: `guard-${contactId}` }, { $set: { suppressed: true } }, { session });
    });
  }

  function claim(contactId: string): Promise<void> {
    return db.transaction(async (session) => {
      await db.recipients.updateOne({ _id: `guard-${contactId}` }, { $set: { claimId: contactId } }, { session });
      await db.outbox.updateOne({ _id: `letter-${contactId}` }, { $set: { status: 'handing-over' } }, { session });
    });
  }
});
