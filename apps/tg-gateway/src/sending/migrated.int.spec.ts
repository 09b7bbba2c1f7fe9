import { testDatabase } from '../../../../test/support/test-database';
import { resultOf } from '../../../../test/support/telegram/ask-bot';
import { TelegramWorld } from '../testing/telegram-world';

describe('a message to a chat that has another id by now', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
  });

  afterAll(() => world.close());

  it('follows it there, once, and the new id is told', async () => {
    const anna = world.telegram.user();
    const group = world.telegram.group();
    const before = group.id;
    group.addsBot(anna);
    group.isUpgraded(anna);
    // Nobody is to answer the invitation.
    await resultOf(world.telegram, 'getUpdates', { offset: 4_000_000_000 });
    await world.startGateway();
    const letter = await world.queue({ id: before }, { text: 'Добрый день' });

    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'sent', to: group.id });
    expect(world.telegram.sent().map(({ chatId, text }) => [chatId, text])).toEqual([[group.id, 'Добрый день']]);
    expect(await world.message(`migrated:${before}`)).toMatchObject({
      kind: 'chat',
      chat: { chatId: before, happening: { type: 'migrated', to: group.id } },
    });
  });
});
