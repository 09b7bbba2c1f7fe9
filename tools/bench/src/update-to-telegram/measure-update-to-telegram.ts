import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@app/persistence/database';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { startService } from '@app/peers/installation/built-services';
import { PRODUCT } from '@app/peers/installation/installation';
import { withinTime } from '@app/peers/system/within-time';
import { TELEGRAM_LIMITS, type EmulatedUser, type TelegramEmulator } from '../../../../test/support/telegram/emulator';
import { startTelegram } from '../../../../test/support/telegram/telegram-emulator';
import type { BenchInstallation } from '../installation';
import { startAtOnce } from './chats-at-once';
import { figuresOf, type Figures } from './figures';
import { openFloor, type Floor, type Sample } from './floor';
import { SentMessages } from './sent-messages';
import { QUESTION } from '../question';

const CHATS = 1000;
/** As many as for mail: before that the compilers of three processes are measured. */
const WARM_UP = 50;
/** The first ones open connections. */
const FLOOR_WARM_UP = 10;
const MEASURED = 60;
/**
 * So far apart that the work for one question is over before that for the next begins, and such that a gathering of two
 * seconds ends halfway between two other questions.
 */
const EVERY_MS = 210;
const ANSWER_LIMIT_MS = 30_000;
/** A Telegram with its limits enforced, a gateway for it, and what the bot sends. */
interface Stage {
  readonly installation: BenchInstallation;
  readonly telegram: TelegramEmulator;
  readonly sent: SentMessages;
}

/** Lets many press Start at once, and then one after another ask a question; the floor is taken before and after. */
export async function measureUpdateToTelegram(
  installation: BenchInstallation,
  report: (line: string) => void,
): Promise<Figures> {
  const sent = new SentMessages();
  const telegram = await startTelegram({ limits: TELEGRAM_LIMITS, onSent: sent.take });
  const access = { TELEGRAM_API_ROOT: telegram.apiRoot, TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_PRODUCT: PRODUCT };
  const gateway = await startService('tg-gateway', { ...installation.env, ...access });
  try {
    const people = Array.from({ length: CHATS }, () => telegram.user());
    const burst = await startAtOnce(telegram, people, sent);
    report(`${CHATS} chats have their opening; ${WARM_UP} questions warm up, then ${MEASURED} count`);
    const stage = { installation, telegram, sent };
    await untilQuiet(installation.db);
    await ask(people.slice(0, WARM_UP), stage);
    return figuresOf({ burst, ...(await measure(people.slice(WARM_UP, WARM_UP + MEASURED), stage)) }, LIMIT);
  } finally {
    await gateway.stop();
    await telegram.close();
  }
}

const LIMIT = TELEGRAM_LIMITS.overAll;

async function measure(people: readonly EmulatedUser[], stage: Stage) {
  const { db } = stage.installation;
  const other = await startTelegram();
  const floor = await openFloor(db, other, await sampleOf(db));
  try {
    const before = await take(floor);
    const answeredMs = await ask(people, stage);
    await untilQuiet(db);
    return { answeredMs, floorMs: [...before, ...(await take(floor))] };
  } finally {
    await floor.close();
    await other.close();
  }
}

async function take(floor: Floor): Promise<number[]> {
  for (let index = 0; index < FLOOR_WARM_UP; index++) await floor.measure();
  const taken: number[] = [];
  for (let index = 0; index < MEASURED / 2; index++) {
    // As far apart as the questions: whoever never sleeps is never woken.
    await pause(EVERY_MS);
    taken.push(await floor.measure());
  }
  return taken;
}

/** Milliseconds from the end of each gathering to the answer handed over. */
async function ask(people: readonly EmulatedUser[], stage: Stage): Promise<number[]> {
  const answers: Promise<number>[] = [];
  for (const person of people) {
    answers.push(answered(person, stage));
    await pause(EVERY_MS);
  }
  return Promise.all(answers);
}

async function answered(person: EmulatedUser, { installation, telegram, sent }: Stage): Promise<number> {
  const answer = sent.nextTo(person.id);
  const { updateId } = person.writes(QUESTION);
  const { at } = await withinTime(ANSWER_LIMIT_MS, `the answer to ${person.id}`, answer);
  const id = `telegram:${telegram.botId}:${updateId}`;
  const message = await installation.db.messages.findById(id).lean<InboundMessage>();
  if (!message) throw new Error(`the update ${id} was not stored`);
  const aheadMs = installation.now().getTime() - Date.now();
  return at - (message.storedAt.getTime() - aheadMs + (await gatherForMs(installation.db)));
}

async function gatherForMs(db: Database): Promise<number> {
  const product = await db.products.findById(PRODUCT).lean();
  if (!product) throw new Error(`the product ${PRODUCT} is not loaded`);
  return product.settings.gatherFor.telegram * 1000;
}

async function untilQuiet(db: Database): Promise<void> {
  const leaving = { status: { $in: ['queued', 'leased', 'handing-over'] } } as const;
  while ((await db.outbox.exists({ $or: [leaving, { unhandledFor: { $exists: true } }] })) !== null) await pause(50);
}

async function sampleOf(db: Database): Promise<Sample> {
  const [message, letter] = await Promise.all([
    db.messages.findOne({ channel: 'telegram', text: QUESTION }).lean(),
    db.outbox.findOne({ channel: 'telegram', letters: 'answer' }).lean(),
  ]);
  const guard = await db.recipients.findOne({ suppressed: false }).lean();
  if (!message || !letter || !guard) throw new Error('no answer to take as sample');
  return { message, letter, guard };
}
