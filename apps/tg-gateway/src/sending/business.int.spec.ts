import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import type { EmulatedBusiness, EmulatedUser } from '../../../../test/support/telegram/emulator';
import { TelegramWorld } from '../testing/telegram-world';

describe('the chats of a business account whose owner connected the bot', () => {
  const database = testDatabase();
  let world: TelegramWorld;
  let owner: EmulatedUser;
  let business: EmulatedBusiness;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
    await world.startGateway();
    await world.polled();
    owner = world.telegram.user({ firstName: 'Мария' });
    business = owner.connectsBot();
    await eventually('the connection', () => world.db.telegramConnections.findById(business.id).lean());
  });

  afterAll(() => world.close());

  const answer = (to: EmulatedUser) => world.queue(to, { text: 'Да', chat: { businessConnectionId: business.id } });

  it('come in with their connection, what the owner writes as written by hand', async () => {
    const anna = world.telegram.user();
    const asked = business.receives(anna, 'Есть демо?');
    const byHand = business.writes(anna, 'Сейчас отвечу');
    business.isEdited(asked, 'Есть ли демо?');

    const chat = { chatId: anna.id, userId: anna.id, businessConnectionId: business.id };
    expect(await world.message(asked.updateId)).toMatchObject({ kind: 'human', from: `telegram:${anna.id}`, chat });
    expect(await world.message(byHand.updateId)).toMatchObject({
      kind: 'operator',
      from: `telegram:${owner.id}`,
      to: [`telegram:${anna.id}`],
      chat: { chatId: anna.id, userId: owner.id },
    });
    expect(await world.message(byHand.updateId + 1)).toMatchObject({
      kind: 'human',
      text: 'Есть ли демо?',
      chat: { happening: { type: 'edited', edits: `telegram:${anna.id}:${asked.messageId}` } },
    });
  });

  it('are answered in the name of the account, and what is sent there comes back as nobody’s words', async () => {
    const anna = world.telegram.user();
    business.receives(anna, 'Есть демо?');
    const letter = await answer(anna);

    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'sent' });
    expect(world.telegram.sent().at(-1)).toMatchObject({
      chatId: anna.id,
      businessConnectionId: business.id,
      text: 'Да',
    });
  });

  it('are answered within the rights that were granted, as they are now', async () => {
    const anna = world.telegram.user();
    business.receives(anna, 'Есть демо?');
    business.grants({ canReply: false });
    await connectionIs({ canReply: false });
    expect(await world.settled((await answer(anna))._id)).toMatchObject({
      outcome: 'rejected',
      attempts: [{ said: 'the owner of the business account has not granted the right to answer' }],
    });

    business.grants({ canReply: true });
    await connectionIs({ canReply: true });
    expect(await world.settled((await answer(anna))._id)).toMatchObject({ outcome: 'sent' });
  });

  it('are answered also when the connection is older than what the gateway was told', async () => {
    const anna = world.telegram.user();
    business.receives(anna, 'Есть демо?');
    await world.db.telegramConnections.deleteMany({});
    expect(await world.settled((await answer(anna))._id)).toMatchObject({ outcome: 'sent' });
  });

  it('are not answered any more once the owner has ended the connection', async () => {
    const anna = world.telegram.user();
    business.receives(anna, 'Есть демо?');
    business.disconnects();
    await connectionIs({ isEnabled: false });
    expect(await world.settled((await answer(anna))._id)).toMatchObject({
      outcome: 'rejected',
      attempts: [{ said: 'the owner of the business account has ended the connection' }],
    });
    expect(world.telegram.sent().filter(({ chatId }) => chatId === anna.id)).toEqual([]);
  });

  async function connectionIs(facts: object): Promise<void> {
    await eventually('the change', () => world.db.telegramConnections.findOne({ _id: business.id, ...facts }).lean());
  }
});
