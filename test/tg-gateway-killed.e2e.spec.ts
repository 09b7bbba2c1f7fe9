import { TelegramWorld } from '../apps/tg-gateway/src/testing/telegram-world';
import { eventually } from './support/eventually';
import { startService, type ServiceProcess } from './support/service-process';
import { testDatabase } from './support/test-database';

const PAST = new Date(0);

describe('a Telegram gateway that is killed', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
  });

  afterAll(() => world.close());

  const start = () =>
    startService('tg-gateway', world.settings, world.keyFile, {
      TELEGRAM_BOT_TOKEN: world.telegram.token,
      TELEGRAM_API_ROOT: world.telegram.apiRoot,
    });

  async function pollerAmong(gateways: readonly ServiceProcess[]): Promise<ServiceProcess | null> {
    const { heldBy } = (await world.db.telegramBots.findById(world.telegram.botId).lean()) ?? {};
    const holder = heldBy ? await world.db.instances.findById(heldBy).lean() : null;
    return gateways.find(({ pid }) => pid === holder?.pid) ?? null;
  }

  it('loses no update and stores none twice: another one reads on in their order', async () => {
    const gateways = [await start(), await start()];
    const polls = await eventually('one of them to poll', () => pollerAmong(gateways));
    await world.polled();
    const anna = world.telegram.user();
    anna.starts();
    for (let n = 0; n < 100; n += 1) anna.writes(String(n));
    await eventually('some of them', async () => (await world.messages()).length > 20 || null);
    await polls.end('SIGKILL');
    const last = anna.writes('last');

    await world.message(last.updateId, 40_000);
    const texts = (await world.messages()).filter(({ kind }) => kind === 'human').map(({ text }) => text);
    expect(texts).toEqual([...Array.from({ length: 100 }, (_, n) => String(n)), 'last']);
    await Promise.all(gateways.map((gateway) => gateway.end('SIGTERM')));
  }, 90_000);

  it('sends no message twice, loses none, and says of which it does not know', async () => {
    const first = await start();
    const people = Array.from({ length: 40 }, () => world.started());
    const letters = await Promise.all(
      people.map((person) => world.queue(person, { text: `Привет! ${'Очень длинно. '.repeat(500)}` })),
    );
    await eventually('some messages', () => Promise.resolve(world.telegram.sent().length > 20 || null), 20_000);
    await first.end('SIGKILL');
    // The next one ends what the dead one had open at the database; the leases of the dead run out.
    const second = await start();
    await world.db.outbox.updateMany({ status: { $in: ['leased', 'handing-over'] } }, { $set: { leaseUntil: PAST } });
    await second.end('SIGTERM');
    const third = await start();

    const settled = { _id: { $in: letters.map(({ _id }) => _id) }, status: 'settled' as const };
    const all = async () => (await world.db.outbox.countDocuments(settled)) === letters.length || null;
    await eventually('all of them', all, 40_000);
    const uncertain = await world.db.outbox.find({ ...settled, outcome: 'uncertain' }).lean();
    const texts = people.map((person) => person.sees().map(({ text }) => text));
    for (const seen of texts) expect(new Set(seen).size).toBe(seen.length);
    const whole = texts.filter(({ length }) => length === 2).length;
    expect(whole).toBeGreaterThanOrEqual(letters.length - uncertain.length);
    expect(uncertain.length).toBeLessThanOrEqual(10);
    await third.end('SIGTERM');
  }, 120_000);
});
