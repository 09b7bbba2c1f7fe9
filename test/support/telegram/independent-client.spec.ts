import { eventually } from '../eventually';
import type { EmulatedUser, TelegramEmulator } from './emulator';
import { describeUnless } from '../describe-unless';
import { independentClientLacks, runIndependentClient } from './independent-client';
import { startTelegram } from './telegram-emulator';

let telegram: TelegramEmulator;

beforeAll(async () => {
  telegram = await startTelegram();
});

afterAll(() => telegram.close());

describeUnless(independentClientLacks(), 'python-telegram-bot 22.8, which nobody here wrote', () => {
  it('holds a conversation through the emulator, and meets its refusals as those of Telegram', async () => {
    const [anna, blocked, flooded] = [started('Anna'), started('Boris'), started('Vera')];
    const upgraded = telegram.group();
    upgraded.addsBot(anna);
    const oldId = upgraded.id;
    upgraded.isUpgraded(anna);
    blocked.blocks();
    telegram.faults.next({ type: 'flood', retryAfter: 7 }, { chatId: flooded.id });

    const { apiRoot, token } = telegram;
    const told = runIndependentClient(apiRoot, token, blocked.id, flooded.id, oldId);
    await playContact(anna);

    expect(await told).toEqual({
      username: telegram.botUsername,
      start: ['/start token_1', 'Anna', 'bot_command'],
      sent: ['Презентация.pdf', '<b>5 &lt; 6</b>', true],
      pressed: ['demo', true],
      received: ['terms.txt', 'text/plain', 'ours'],
      business: [true, 'How much?', true],
      conflict: { error: 'Conflict', message: expect.stringContaining('terminated by other getUpdates request') },
      blocked: { error: 'Forbidden', message: 'Forbidden: bot was blocked by the user' },
      flooded: { error: 'RetryAfter', message: expect.any(String), retry_after: 7 },
      upgraded: { error: 'ChatMigrated', message: expect.any(String), new_chat_id: Number(upgraded.id) },
      markup: { error: 'BadRequest', message: expect.stringContaining("an't parse entities") },
      webhook: { error: 'Conflict', message: expect.stringContaining("can't use getUpdates method") },
      webhook_url: 'https://bot.example.org/hook',
    });
    expect(anna.sees()).toMatchObject([{ text: '5 < 6', buttons: [], file: { name: 'Презентация.pdf' } }]);
  });
});

function started(firstName: string): EmulatedUser {
  const user = telegram.user({ firstName });
  user.starts('token_1');
  return user;
}

async function playContact(anna: EmulatedUser): Promise<void> {
  await eventually('the document', () => Promise.resolve(anna.sees()[0] ?? null));
  const pressed = anna.presses('Demo');
  await eventually('an answer to the button', () => Promise.resolve(pressed.answer()));
  anna.sendsDocument({ bytes: Buffer.from('ours'), name: 'terms.txt', type: 'text/plain' });
  telegram.user({ firstName: 'Olga' }).connectsBot().receives(anna, 'How much?');
}
