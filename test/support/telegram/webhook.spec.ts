import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback, type ListeningServer } from '../../../tools/peers/src/system/listening-server';
import { eventually } from '../eventually';
import { askBot, resultOf } from './ask-bot';
import type { TelegramEmulator } from './emulator';
import { startTelegram } from './telegram-emulator';

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly update: { readonly message: { readonly text: string } };
}

let telegram: TelegramEmulator;
let hook: ListeningServer;
let deliveries: Delivery[];
let answers: { readonly status: number; readonly body?: string }[];

beforeEach(async () => {
  deliveries = [];
  answers = [];
  telegram = await startTelegram({ webhookRetryMs: 10 });
  hook = await listenOnLoopback(
    createServer((request, response) => {
      void text(request).then((body) => {
        deliveries.push({ headers: request.headers, update: JSON.parse(body) as Delivery['update'] });
        const { status, body: answer = '' } = answers.shift() ?? { status: 200 };
        response.writeHead(status).end(answer);
      });
    }),
  );
});

afterEach(async () => {
  await telegram.close();
  await hook.stop();
});

const setWebhook = (more: object = {}) =>
  askBot(telegram, 'setWebhook', { url: `http://127.0.0.1:${hook.port}/hook`, ...more });
const heard = (count: number) =>
  eventually(`${count} deliveries`, () => Promise.resolve(deliveries.length >= count ? deliveries : null));

describe('updates by webhook', () => {
  it('are posted with the secret', async () => {
    await setWebhook({ secret_token: 'a-secret' });
    telegram.user().writes('hello');

    expect(await heard(1)).toMatchObject([
      { headers: { 'x-telegram-bot-api-secret-token': 'a-secret' }, update: { message: { text: 'hello' } } },
    ]);
  });

  it('are posted again until they are taken, and the next waits for it', async () => {
    answers = [{ status: 500 }, { status: 403 }];
    await setWebhook();
    const anna = telegram.user();
    anna.writes('one');
    anna.writes('two');

    expect((await heard(4)).map(({ update }) => update.message.text)).toEqual(['one', 'one', 'one', 'two']);
  });

  it('say in getWebhookInfo how many wait and what went wrong', async () => {
    answers = Array.from({ length: 1000 }, () => ({ status: 500 }));
    await setWebhook({ allowed_updates: ['message'] });
    telegram.user().writes('one');
    await heard(2);

    expect(await resultOf(telegram, 'getWebhookInfo')).toMatchObject({
      pending_update_count: 1,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      allowed_updates: ['message'],
    });
  });

  it('may be answered with a call, which is carried out', async () => {
    const anna = telegram.user();
    answers = [{ status: 200, body: JSON.stringify({ method: 'sendMessage', chat_id: anna.id, text: 'hi' }) }];
    await setWebhook();
    anna.starts();

    const [sent] = await eventually('the answer', () => Promise.resolve(anna.sees().length > 0 ? anna.sees() : null));
    expect(sent).toMatchObject({ text: 'hi' });
  });

  it('leave none for polling: it is refused with 409 while a webhook is set', async () => {
    await setWebhook();
    expect(await askBot(telegram, 'getUpdates')).toMatchObject({
      error_code: 409,
      description: expect.stringContaining("can't use getUpdates method while webhook is active"),
    });

    await askBot(telegram, 'deleteWebhook', { drop_pending_updates: true });
    expect(await askBot(telegram, 'getUpdates')).toEqual({ ok: true, result: [] });
  });

  it.each(['http://bot.example.org/hook', 'nowhere'])('go nowhere but to https: not to %s', async (url) => {
    expect(await setWebhook({ url })).toMatchObject({ error_code: 400 });
  });
});
