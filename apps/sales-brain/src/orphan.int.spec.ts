import { hostname } from 'node:os';
import { MongoClient } from 'mongodb';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

/** No process has this number: Linux ends at 4194304. */
const NOBODY = 2 ** 30;

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
});

afterAll(() => world.close());

describe('a brain that died in the middle of a transaction', () => {
  it('holds its conversation up no longer than until the next brain comes', async () => {
    const first = await world.startBrain();
    const anna = await world.addContact('anna@example.com');
    await world.deliverTo(anna);
    await world.settledIn(anna, 'awaiting-reply');
    await first.close();
    const died = await dieInATransaction((await world.conversationOf(anna))._id);

    await world.writes('anna@example.com', 'Пришлите презентацию');
    await world.startBrain();
    // The server itself would give the transaction up after a minute.
    await world.settledIn(anna, 'answering', 10_000);
    expect((await world.lettersOf(anna)).map(({ letters }) => letters)).toEqual([['opening'], ['presentation']]);
    await died.close();
  }, 30_000);
});

/** Leaves a conversation written to in a transaction nobody will end, as the instance it names. */
async function dieInATransaction(conversationId: string): Promise<MongoClient> {
  const client = await new MongoClient(database.uri).connect();
  const session = client.startSession();
  session.startTransaction();
  const conversations = client.db(database.name).collection<{ _id: string }>('conversations');
  await conversations.updateOne({ _id: conversationId }, { $inc: { epoch: 1 } }, { session });
  await world.db.instances.insertOne({
    _id: 'sales-brain-dead',
    service: 'sales-brain',
    host: hostname(),
    pid: NOBODY,
    startedAt: new Date(),
    heartbeatAt: new Date(),
    sessions: [session.id?.id.toString('hex') ?? ''],
    sweepFinds: 0,
  });
  return client;
}
