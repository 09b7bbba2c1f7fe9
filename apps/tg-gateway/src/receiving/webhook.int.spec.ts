import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '../../../../test/support/test-database';
import { resultOf } from '../../../../test/support/telegram/ask-bot';
import { eventually } from '../../../../test/support/eventually';
import { TelegramWorld } from '../testing/telegram-world';

const SECRET = 'a-secret-of-this-test';

describe('a gateway that Telegram calls', () => {
  const database = testDatabase();
  let world: TelegramWorld;
  let url: string;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
    const port = await freePort();
    url = `http://127.0.0.1:${port}/hooks/telegram`;
    await world.startGateway({
      telegramWebhookUrl: url,
      telegramWebhookSecret: SECRET,
      telegramWebhookPort: port,
    });
    await eventually('the webhook', async () => {
      const { url: set } = await resultOf<{ url: string }>(world.telegram, 'getWebhookInfo');
      return set === url || null;
    });
  });

  afterAll(() => world.close());

  const post = (body: unknown, headers: Readonly<Record<string, string>> = { [HEADER]: SECRET }) =>
    fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { ...JSON_BODY, ...headers } });

  it('stores what it is brought, in order', async () => {
    const anna = world.started();
    const written = ['Раз', 'Два', 'Три'].map((text) => anna.writes(text));

    await world.message(written[2]?.updateId ?? 0);
    const texts = (await world.messages()).filter(({ kind }) => kind === 'human').map(({ text }) => text);
    expect(texts).toEqual(['Раз', 'Два', 'Три']);
    expect(world.telegram.isPolled()).toBe(false);
  });

  it('stores nothing of whoever does not know the secret', async () => {
    const update = anUpdate(1);
    expect((await post(update, {})).status).toBe(401);
    expect((await post(update, { [HEADER]: 'something-else' })).status).toBe(401);
    expect((await post(update, { [HEADER]: `${SECRET}x` })).status).toBe(401);
    expect(await world.db.messages.countDocuments({ externalId: '1' })).toBe(0);
  });

  it('stores once what is brought twice', async () => {
    expect((await post(anUpdate(2))).status).toBe(200);
    expect((await post(anUpdate(2))).status).toBe(200);
    expect(await world.db.messages.countDocuments({ externalId: '2' })).toBe(1);
  });

  it.each([
    ['names nobody', { message: { message_id: 1, chat: { id: 5, type: 'private' }, date: 1, text: 'x' } }],
    ['has no chat', { message: { message_id: 1, from: { id: 5 }, text: 'x' } }],
    ['has words that are none', { message: { ...aMessage(), text: { $gt: '' } } }],
    ['has a date that is none', { message: { ...aMessage(), date: 'soon' } }],
    ['is of a kind nobody knows yet', { story_reaction: { id: 1 } }],
    ['is empty', {}],
  ])('takes an update that %s, and goes on with the next', async (_, update) => {
    expect((await post({ update_id: 3, ...update })).status).toBe(200);
    expect(await world.db.messages.countDocuments({ externalId: '3' })).toBe(0);
  });

  it('takes what is no update at all, so that it is not brought again', async () => {
    expect((await post(['x'])).status).toBe(200);
  });
});

const HEADER = 'x-telegram-bot-api-secret-token';
const JSON_BODY = { 'content-type': 'application/json' };

function anUpdate(updateId: number): object {
  return { update_id: updateId, message: aMessage() };
}

function aMessage() {
  return {
    message_id: 1,
    from: { id: 4711, first_name: 'Mallory' },
    chat: { id: 4711, type: 'private' },
    date: 1,
    text: 'hello',
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
