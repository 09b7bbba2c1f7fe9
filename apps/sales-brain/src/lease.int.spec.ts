import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
  await world.startBrain();
});

afterAll(() => world.close());

describe('a message that is stored while its conversation is leased', () => {
  it('is taken as soon as the lease is let go, not when the lease or the sweep says so', async () => {
    const anna = await world.addContact('anna@example.com');
    await world.deliverTo(anna);
    await world.settledIn(anna, 'awaiting-reply');

    // A transaction that holds the silence timer keeps the first message's commit, and with it the lease, waiting.
    const blocker = await world.db.connection.startSession();
    blocker.startTransaction();
    await world.db.timers.updateOne(
      { conversationId: (await world.conversationOf(anna))._id, status: 'scheduled' },
      { $inc: { held: 1 } },
      { session: blocker, strict: false },
    );
    await world.writes('anna@example.com', 'Пришлите презентацию', { order: 1 });
    await eventually('the conversation to be leased', async () =>
      (await world.conversationOf(anna)).lease ? true : null,
    );
    const second = await world.writes('anna@example.com', 'И дайте доступ к демо', { order: 2 });
    await eventually('the second message to be filed', async () =>
      world.db.messages.findOne({ _id: second._id, state: 'filed' }).lean(),
    );
    expect((await world.conversationOf(anna)).lease).not.toBeNull();

    const released = Date.now();
    await blocker.abortTransaction();
    await blocker.endSession();
    await eventually('the second message to be taken', async () =>
      world.db.messages.findOne({ _id: second._id, unhandledFor: { $exists: false } }).lean(),
    );
    expect(Date.now() - released).toBeLessThan(5_000);
    await world.settledIn(anna, 'in-demo');
    const letters = (await world.lettersOf(anna)).filter(({ status }) => status === 'queued');
    expect(letters.map((letter) => letter.letters)).toEqual([['presentation', 'demo-access']]);
  }, 30_000);

  it('leaves nothing for the safety sweep', async () => {
    const instances = await world.db.instances.find({ service: 'sales-brain' }).lean();
    expect(instances.map(({ sweepFinds }) => sweepFinds)).toEqual([0, 0]);
  });
});
