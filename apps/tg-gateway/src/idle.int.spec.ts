import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../../test/support/eventually';
import { testDatabase } from '../../../test/support/test-database';
import { TelegramWorld } from './testing/telegram-world';

describe('a gateway without a bot token', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
  });

  afterAll(() => world.close());

  it('runs, asks Telegram nothing and leaves what waits where it is', async () => {
    const letter = await world.queue(world.telegram.user());
    await world.startGateway({ telegramBotToken: '' });
    await pause(500);

    expect(await world.letter(letter._id)).toMatchObject({ status: 'queued', leaseNumber: 0 });
    expect(world.telegram.calls()).toEqual([]);
  });
});

describe('a gateway whose Telegram is not there', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
  });

  afterAll(() => world.close());

  it('starts, and what is to be sent is tried again: nothing of it can have arrived', async () => {
    await world.startGateway({ telegramApiRoot: 'http://127.0.0.1:1' });
    const letter = await world.queue(world.telegram.user());
    await eventually('two tries', async () => (await world.letter(letter._id)).attempts[1] ?? null);
    expect((await world.letter(letter._id)).attempts).toMatchObject([
      { outcome: 'retry', phase: 'connect' },
      { outcome: 'retry', phase: 'connect' },
    ]);
  });
});
