import { aMessage } from '../../../test/support/a-message';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
const TEN = Array.from({ length: 10 }, (_, index) => index);
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
  await world.startBrain();
});

afterAll(() => world.close());

describe('ten messages of one contact that two gateways store within a millisecond', () => {
  it.each([1, 2, 3, 4, 5])('are taken in the order of their times, and get one answer (%i)', async (round) => {
    const address = `anna-${String(round)}@example.com`;
    const anna = await world.addWaiting(address);
    const at = world.now().getTime();
    const messages = TEN.map((index) =>
      aMessage(address, index === 0 ? 'Пришлите презентацию' : 'Спасибо', {
        // Each mailbox counts for itself.
        accountId: index % 2 === 0 ? 'sales' : 'other',
        order: Math.floor(index / 2),
        storedAt: new Date(at + (index % 2)),
        sentAt: new Date(at + index),
      }),
    );
    await world.db.messages.insertMany([...messages].reverse());
    await world.hasHeard(anna);

    const taken = (await world.turnsOf(anna)).flatMap(({ event }) =>
      event.type === 'contactWrote' ? [messages.find(({ _id }) => _id === event.messageId)] : [],
    );
    const inOrder = [...messages].sort((a, b) => a.storedAt.getTime() - b.storedAt.getTime() || a.order - b.order);
    expect(taken.map((message) => message?._id)).toEqual(inOrder.map(({ _id }) => _id));
    const answers = (await world.lettersOf(anna)).filter(({ status }) => status === 'queued');
    expect(answers.map(({ letters }) => letters)).toEqual([['presentation']]);
  });
});
