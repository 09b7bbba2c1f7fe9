import { Identity } from '@app/runtime/instance/identity';
import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import { askBot } from '../../../../test/support/telegram/ask-bot';
import { TelegramWorld } from '../testing/telegram-world';

describe('of several gateways', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
  });

  afterAll(() => world.close());

  const holder = async () => (await world.db.telegramBots.findById(world.telegram.botId).lean())?.heldBy;

  it('one polls, and when it stops the next one goes on where it was', async () => {
    const first = await world.startGateway();
    await world.polled();
    const second = await world.startGateway();
    const anna = world.started();
    await world.message(anna.writes('Раз').updateId);
    expect(await holder()).toBe(first.get(Identity).id);
    expect(world.telegram.conflicts()).toBe(0);

    await world.stopGateway(first);
    await world.message(anna.writes('Два').updateId);
    expect(await holder()).toBe(second.get(Identity).id);
  }, 30_000);

  it('none ends when another program polls with the same token: it polls again when that is over', async () => {
    await world.polled();
    const anna = world.started();
    const conflicts = world.telegram.conflicts();
    await eventually('the conflict', async () => {
      await askBot(world.telegram, 'getUpdates');
      return world.telegram.conflicts() > conflicts || null;
    });

    expect(await world.message(anna.writes('Вы здесь?').updateId)).toMatchObject({ text: 'Вы здесь?' });
  }, 30_000);

  it('none ends when a webhook was set for the bot, or when Telegram is away for a while', async () => {
    await world.polled();
    const anna = world.started();
    await askBot(world.telegram, 'setWebhook', { url: 'http://127.0.0.1:9/elsewhere' });
    expect(await world.message(anna.writes('А теперь?').updateId)).toMatchObject({ text: 'А теперь?' });

    world.telegram.faults.next(
      { type: 'error', code: 502, description: 'Bad Gateway' },
      { method: 'getUpdates', times: 2 },
    );
    world.telegram.faults.next({ type: 'cut', when: 'after' }, { method: 'getUpdates' });
    expect(await world.message(anna.writes('И теперь?').updateId)).toMatchObject({ text: 'И теперь?' });
  }, 30_000);
});
