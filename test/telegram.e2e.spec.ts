import type { Contact } from '@app/persistence/contacts/contact.schema';
import { LinkStore } from '@app/persistence/links/link.store';
import { newStartLink } from '@app/persistence/links/start-link';
import { eventually } from './support/eventually';
import { SalesWorld } from './support/sales-world';
import type { ServiceProcess } from './support/service-process';
import { TELEGRAM_LIMITS, type EmulatedUser, type SentByBot, type TelegramEmulator } from './support/telegram/emulator';
import { startTelegram } from './support/telegram/telegram-emulator';
import { testDatabase } from './support/test-database';

const PEOPLE = 40;
const PAST = new Date(0);
/** A dead instance is one whose last heartbeat is 15 s old. */
const TAKEN_OVER_MS = 40_000;

const database = testDatabase();
let telegram: TelegramEmulator;
let world: SalesWorld;
let gateways: ServiceProcess[];

beforeAll(async () => {
  telegram = await startTelegram({ limits: TELEGRAM_LIMITS });
  world = await SalesWorld.open(database, undefined, { gatherFor: { email: 0, telegram: 1 } });
  await world.startProcess('sales-brain');
  gateways = await Promise.all([startGateway(), startGateway()]);
  await eventually('one of them to poll', () => Promise.resolve(telegram.isPolled() || null));
}, 60_000);

afterAll(async () => {
  await world.close();
  await telegram.close();
});

describe('two gateways to Telegram at once', () => {
  let anna: EmulatedUser;
  let contact: Contact;

  it('bring the opening to who presses Start with the link of a letter, and one of them polls', async () => {
    anna = telegram.user({ firstName: 'Anna', username: 'anna' });
    contact = await world.addContact('@anna_of_old');
    anna.starts(await tokenFor(contact));

    expect(await nextTo(anna, 0)).toHaveLength(1);
    await world.settledIn(contact, 'awaiting-reply');
    expect(telegram.conflicts()).toBe(0);
  }, 30_000);

  it('answer a question once, though the one that polls is killed before it is asked', async () => {
    await killPoller();
    anna.writes('Здравствуйте!');
    anna.writes('Сколько времени занимает подключение?');

    const answers = await nextTo(anna, 1, TAKEN_OVER_MS);
    await world.settledIn(contact, 'awaiting-reply');
    expect(answers.map(({ text }) => text).join()).toContain('один-два рабочих дня');
    expect(anna.sees()).toHaveLength(1 + answers.length);
  }, 60_000);

  it('come back on the agreed day, fall silent at a stop, and go on only after the button', async () => {
    await say(anna, 'Вернитесь, пожалуйста, через неделю.');
    await world.settledIn(contact, 'postponed');
    const agreed = anna.sees().length;
    await world.moveClockBy(8);
    await nextTo(anna, agreed);
    await world.settledIn(contact, 'awaiting-reply');

    anna.writes('/stop');
    await world.settledIn(contact, 'stopped');
    const silent = anna.sees().length;
    anna.starts();
    const [asked] = await nextTo(anna, silent);
    expect(asked?.buttons.flat()).toHaveLength(2);
    expect(await world.contact(contact._id)).toMatchObject({ stoppedAt: expect.any(Date) });
    const [yes] = asked?.buttons.flat() ?? [];
    anna.presses(yes?.label ?? '');
    await eventually('the stop to be lifted', async () =>
      (await world.contact(contact._id)).stoppedAt === null ? true : null,
    );
    await say(anna, 'Сколько времени занимает подключение?');
  }, 60_000);

  it('lose nobody and write to nobody twice when the one that polls is killed amid a burst', async () => {
    gateways.push(await startGateway());
    const people = Array.from({ length: PEOPLE }, () => telegram.user());
    for (const person of people) person.starts();
    await eventually('some openings', () => Promise.resolve(people.filter(isWrittenTo).length > 5 || null));
    await killPoller();
    // The leases of the dead run out.
    await world.db.outbox.updateMany({ status: { $in: ['leased', 'handing-over'] } }, { $set: { leaseUntil: PAST } });
    gateways.push(await startGateway());

    const openings = {
      channel: 'telegram',
      letters: 'opening',
      recipient: { $in: people.map(({ id }) => `telegram:${id}`) },
    } as const;
    await eventually(
      'every opening to be settled',
      async () => (await world.db.outbox.countDocuments({ ...openings, status: 'settled' })) === PEOPLE || null,
      TAKEN_OVER_MS,
    );
    const uncertain = await world.db.outbox.countDocuments({ ...openings, outcome: 'uncertain' });
    expect(people.map(({ sees }) => sees().length).filter((count) => count > 1)).toEqual([]);
    expect(people.filter((person) => !isWrittenTo(person)).length).toBeLessThanOrEqual(uncertain);
    expect(uncertain).toBeLessThanOrEqual(5);
  }, 90_000);

  it('never sent more than Telegram allows', () => {
    expect(telegram.calls().filter(({ code }) => code === 429)).toEqual([]);
  });
});

function startGateway(): Promise<ServiceProcess> {
  return world.startProcess(
    'tg-gateway',
    {},
    {
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_PRODUCT: 'otzyvy',
    },
  );
}

async function killPoller(): Promise<void> {
  const bot = await world.db.telegramBots.findById(telegram.botId).lean();
  const holder = await world.db.instances.findById(bot?.heldBy).lean();
  const poller = gateways.find(({ pid }) => pid === holder?.pid);
  if (!poller) throw new Error('nobody polls');
  await poller.end('SIGKILL');
}

/** The token of a link to the bot, as `contact link` gives it. */
async function tokenFor({ _id: contactId }: Contact): Promise<string> {
  const link = newStartLink({ contactId, bot: telegram.botUsername, days: 0, now: world.now() });
  await new LinkStore(world.db, world.keys).insert(link.stored);
  return new URL(link.url).searchParams.get('start') ?? '';
}

/** Writes, and waits for what is answered. */
async function say(person: EmulatedUser, words: string): Promise<readonly SentByBot[]> {
  const before = person.sees().length;
  person.writes(words);
  return nextTo(person, before);
}

/** What the bot wrote after so many messages, once there is something. */
function nextTo(person: EmulatedUser, after: number, withinMs?: number): Promise<readonly SentByBot[]> {
  const next = () => Promise.resolve(person.sees().length > after ? person.sees().slice(after) : null);
  return eventually('a message of the bot', next, withinMs);
}

function isWrittenTo(person: EmulatedUser): boolean {
  return person.sees().length > 0;
}
