import { askBot, resultOf } from './ask-bot';
import type { EmulatedBusiness, EmulatedUser, TelegramEmulator } from './emulator';
import { startTelegram } from './telegram-emulator';

const DAY_MS = 24 * 60 * 60 * 1000;
let now = Date.UTC(2026, 10, 2);
let telegram: TelegramEmulator;
let owner: EmulatedUser;
let anna: EmulatedUser;
let business: EmulatedBusiness;

beforeEach(async () => {
  telegram = await startTelegram({ now: () => now });
  owner = telegram.user({ firstName: 'Olga' });
  anna = telegram.user();
  business = owner.connectsBot();
});

afterEach(() => telegram.close());

const say = (connection = business.id) =>
  askBot(telegram, 'sendMessage', { business_connection_id: connection, chat_id: anna.id, text: 'Hello' });

describe('a business account', () => {
  it('tells the bot of the connection, and of what is written, edited and deleted in its chats', async () => {
    const message = business.receives(anna, 'How much?');
    business.isEdited(message, 'How much is it?');
    business.isDeleted(message);
    business.disconnects();

    const head = { business_connection_id: business.id, chat: { id: Number(anna.id) } };
    expect(await resultOf(telegram, 'getUpdates')).toMatchObject([
      { business_connection: { id: business.id, is_enabled: true, rights: { can_reply: true } } },
      { business_message: { ...head, text: 'How much?', from: { id: Number(anna.id) } } },
      { edited_business_message: { ...head, text: 'How much is it?' } },
      { deleted_business_messages: { ...head, message_ids: [message.messageId] } },
      { business_connection: { is_enabled: false } },
    ]);
  });

  it('is answered for in its own name, though the person never pressed Start', async () => {
    business.receives(anna, 'How much?');

    expect(await say()).toMatchObject({
      result: { from: { first_name: 'Olga' }, sender_business_bot: { id: Number(telegram.botId) } },
    });
    expect(telegram.sent()).toMatchObject([{ chatId: anna.id, businessConnectionId: business.id }]);
    expect(anna.sees()).toEqual([]);
  });

  it.each([
    ['without the right to reply', () => business.grants({ canReply: false }), 'Forbidden: BOT_ACCESS_FORBIDDEN'],
    ['once it has disconnected', () => business.disconnects(), 'Bad Request: BUSINESS_CONNECTION_INVALID'],
    ['a day after the last message', () => void (now += DAY_MS + 1), 'Bad Request: BUSINESS_PEER_USAGE_MISSING'],
  ])('is not answered for %s', async (_, change, description) => {
    business.receives(anna, 'How much?');
    change();

    expect(await say()).toMatchObject({ ok: false, description });
  });

  it('that nobody knows is answered for by nobody', async () => {
    expect(await say('unknown')).toMatchObject({ description: 'Bad Request: business connection not found' });
  });
});
