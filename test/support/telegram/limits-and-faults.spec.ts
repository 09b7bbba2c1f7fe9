import { setTimeout as pause } from 'node:timers/promises';
import { askBot } from './ask-bot';
import { TELEGRAM_LIMITS, type EmulatedUser, type TelegramEmulator } from './emulator';
import { startTelegram } from './telegram-emulator';

let telegram: TelegramEmulator;

beforeEach(async () => {
  telegram = await startTelegram({ limits: TELEGRAM_LIMITS });
});

afterEach(() => telegram.close());

const say = (to: EmulatedUser) => askBot(telegram, 'sendMessage', { chat_id: to.id, text: 'Hello' });
const TOO_MANY = { ok: false, error_code: 429, parameters: { retry_after: 1 } };

describe('the limits', () => {
  it('are one message a second in a chat', async () => {
    const anna = started();
    expect(await say(anna)).toMatchObject({ ok: true });
    expect(await say(anna)).toMatchObject(TOO_MANY);

    await pause(1000);
    expect(await say(anna)).toMatchObject({ ok: true });
  });

  it('are thirty a second over all', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => say(started())));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
    expect(answers.find(({ ok }) => !ok)).toMatchObject(TOO_MANY);
  });
});

describe('faults', () => {
  it('meet the calls they are for, as often as said', async () => {
    const [anna, boris] = [started(), started()];
    telegram.faults.next({ type: 'flood', retryAfter: 7 }, { chatId: anna.id });

    expect(await say(boris)).toMatchObject({ ok: true });
    expect(await say(anna)).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    expect(await say(anna)).toMatchObject({ ok: true });
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('cut the connection %s the message is taken', async (when, taken) => {
    const anna = started();
    telegram.faults.next({ type: 'cut', when }, { method: 'sendMessage' });

    await expect(say(anna)).rejects.toThrow();
    expect(anna.sees()).toHaveLength(taken);
  });

  it('let a call hang until they are cleared', async () => {
    telegram.faults.next({ type: 'hang' });
    let isOver = false;
    const call = say(started()).catch(() => {
      isOver = true;
    });
    await pause(50);
    expect(isOver).toBe(false);

    telegram.faults.clear();
    await call;
    expect(isOver).toBe(true);
  });

  it('answer as Telegram does when it is in trouble, or as a proxy in front of it', async () => {
    telegram.faults.next({ type: 'error', code: 500, description: 'Internal Server Error' });
    telegram.faults.next({ type: 'no-json', status: 502 });

    expect(await say(started())).toMatchObject({ error_code: 500 });
    await expect(say(started())).rejects.toThrow('is not valid JSON');
    expect(telegram.calls('sendMessage')).toMatchObject([{ code: 500 }, { code: 502 }]);
  });
});

function started(): EmulatedUser {
  const user = telegram.user();
  user.starts();
  return user;
}
