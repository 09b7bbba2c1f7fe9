import { askBot, resultOf } from './ask-bot';
import type { TelegramEmulator } from './emulator';
import { startTelegram } from './telegram-emulator';

interface Update {
  readonly update_id: number;
  readonly message?: { readonly text: string; readonly entities?: readonly object[] };
}

const DAY_MS = 24 * 60 * 60 * 1000;
let now = Date.UTC(2026, 10, 2);
let telegram: TelegramEmulator;

beforeEach(async () => {
  telegram = await startTelegram({ now: () => now });
});

afterEach(() => telegram.close());

const poll = (parameters: object = {}) => resultOf<Update[]>(telegram, 'getUpdates', parameters);
const textsOf = (updates: readonly Update[]) => updates.map(({ message }) => message?.text);

describe('updates by long poll', () => {
  it('come in order and again, until an offset confirms them', async () => {
    const anna = telegram.user();
    anna.starts('token_1');
    const { updateId } = anna.writes('one');
    anna.writes('two');

    expect(textsOf(await poll())).toEqual(['/start token_1', 'one', 'two']);
    expect(textsOf(await poll({ offset: updateId, limit: 1 }))).toEqual(['one']);
    expect(textsOf(await poll({ offset: updateId + 1 }))).toEqual(['two']);
    expect(textsOf(await poll())).toEqual(['two']);
  });

  it('begin at the newest ones with a negative offset, and the others are forgotten', async () => {
    const anna = telegram.user();
    for (const text of ['one', 'two', 'three']) anna.writes(text);

    expect(textsOf(await poll({ offset: -2 }))).toEqual(['two', 'three']);
    expect(textsOf(await poll())).toEqual(['two', 'three']);
  });

  it('end the waiting at once when one comes', async () => {
    const waiting = poll({ timeout: 20 });
    telegram.user().writes('hello');

    expect(textsOf(await waiting)).toEqual(['hello']);
  });

  it('are none when nothing came within the timeout', async () => {
    expect(await poll({ timeout: 1 })).toEqual([]);
    expect(telegram.isPolled()).toBe(false);
  });

  it('are lost after 24 hours', async () => {
    telegram.user().writes('yesterday');
    now += DAY_MS + 1;
    telegram.user().writes('today');

    expect(textsOf(await poll())).toEqual(['today']);
  });

  it('are only those allowed, as said last', async () => {
    await poll({ allowed_updates: ['my_chat_member'] });
    await poll();
    const anna = telegram.user();
    anna.writes('unheard');
    anna.blocks();

    expect(await poll()).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
    ]);
  });

  it('tell whose contact card or account somebody shares', async () => {
    const [anna, boris] = [telegram.user(), telegram.user({ firstName: 'Boris', username: 'boris' })];
    anna.sharesContact({ firstName: 'Boris', phone: '+79160000000', userId: boris.id });
    anna.sharesUsers([boris]);

    const userId = Number(boris.id);
    expect(await poll()).toMatchObject([
      { message: { contact: { phone_number: '+79160000000', first_name: 'Boris', user_id: userId } } },
      { message: { users_shared: { users: [{ user_id: userId, username: 'boris' }] } } },
    ]);
  });

  it('show an edited message under its old id, and what a message answers', async () => {
    const anna = telegram.user();
    const message = anna.writes('in March');
    anna.edits(message, 'in April');
    anna.writes('or May', { replyTo: message.messageId });

    const { messageId } = message;
    expect(await poll()).toMatchObject([
      { message: { message_id: messageId } },
      { edited_message: { message_id: messageId, text: 'in April' } },
      { message: { text: 'or May', reply_to_message: { message_id: messageId, text: 'in April' } } },
    ]);
  });

  it('tell of the group the bot was added to', async () => {
    const group = telegram.group('Procurement');
    group.addsBot(telegram.user());

    const chat = { id: Number(group.id), type: 'group', title: 'Procurement' };
    expect(await poll()).toMatchObject([
      { my_chat_member: { chat, new_chat_member: { status: 'member' } } },
      { message: { chat, new_chat_members: [{ id: Number(telegram.botId) }] } },
    ]);
  });

  it('may begin to count anywhere after a quiet week', async () => {
    telegram.user().writes('before');
    telegram.countUpdatesFrom(17);
    telegram.user().writes('after');

    expect((await poll()).map((update) => update.update_id).at(-1)).toBe(17);
  });

  it('mark the commands in a text, which is how clients find them', async () => {
    telegram.user().writes('/stop please');

    expect((await poll())[0]?.message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 5 }]);
  });
});

describe('a second poller', () => {
  it('ends the first with 409', async () => {
    const first = askBot(telegram, 'getUpdates', { timeout: 20 });
    while (!telegram.isPolled()) await new Promise(setImmediate);
    const second = askBot(telegram, 'getUpdates', { timeout: 1 });

    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description: expect.stringContaining('terminated by other getUpdates request'),
    });
    expect(await second).toEqual({ ok: true, result: [] });
    expect(telegram.conflicts()).toBe(1);
  });
});

describe('a bot asked with a wrong token', () => {
  it('is told 401, which no waiting mends', async () => {
    const { apiRoot } = telegram;

    expect(await askBot({ apiRoot, token: '1:wrong' }, 'getMe')).toMatchObject({ ok: false, error_code: 401 });
  });
});
