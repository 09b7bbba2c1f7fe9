import { testDatabase } from '../../../../test/support/test-database';
import { TELEGRAM_LIMITS } from '../../../../test/support/telegram/emulator';
import { TelegramWorld } from '../testing/telegram-world';

/** Whoever keeps to no pace is refused 72 times. A machine that stands still for a moment sends a bunch afterwards. */
const MOST_REFUSED = 10;

describe('a backlog, with a Telegram that enforces its limits', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database, { limits: TELEGRAM_LIMITS });
  });

  afterAll(() => world.close());

  it('leaves by two gateways at their common pace: all of it once, and hardly any of it is refused', async () => {
    const people = Array.from({ length: 100 }, () => world.started());
    const letters = await Promise.all(people.map((person) => world.queue(person)));
    const [chatty] = people;
    if (chatty) letters.push(await world.queue(chatty), await world.queue(chatty));
    await Promise.all([world.startGateway(), world.startGateway()]);

    const settled = await Promise.all(letters.map(({ _id }) => world.settled(_id, 100_000)));
    expect(settled.map(({ outcome }) => outcome)).toEqual(letters.map(() => 'sent'));
    const refused = world.telegram.calls().filter(({ code }) => code === 429);
    expect(refused.length).toBeLessThanOrEqual(MOST_REFUSED);
    expect(world.telegram.sent()).toHaveLength(letters.length);
  }, 120_000);
});
