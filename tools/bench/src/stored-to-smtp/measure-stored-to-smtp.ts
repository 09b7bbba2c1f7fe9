import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { withinTime } from '@app/peers/system/within-time';
import type { Installation } from '../installation/installation';
import type { Samples } from './figures';
import { openFloor, type Floor, type Sample } from './floor';
import { offeredContacts } from './offered-contacts';
import { question } from './question';

const WARM_UP = 50;
const MEASURED = 300;

/** Lets one contact after another ask a question, each in a quiet system, and takes the floor before each. */
export async function measureStoredToSmtp(
  installation: Installation,
  report: (line: string) => void,
): Promise<Samples> {
  const openings = await offeredContacts(installation.db, WARM_UP + MEASURED);
  report(`${openings.length} contacts have their opening letter; ${WARM_UP} questions warm up, then ${MEASURED} count`);

  const [first, ...others] = openings;
  if (!first) throw new Error('no contact was written to');
  await answerTo(first, installation);
  const floor = await openFloor(installation, await sampleOf(first, installation.db));
  try {
    return await interleave(others, installation, floor);
  } finally {
    await floor.close();
  }
}

async function interleave(
  openings: readonly OutboxMessage[],
  installation: Installation,
  floor: Floor,
): Promise<Samples> {
  const storedToSmtpMs: number[] = [];
  const floorMs: number[] = [];
  for (const [index, opening] of openings.entries()) {
    const floorTook = await floor.measure();
    await pause(QUIET_MS);
    const took = await answerTo(opening, installation);
    if (index + 1 < WARM_UP) continue;
    floorMs.push(floorTook);
    storedToSmtpMs.push(took);
  }
  return { storedToSmtpMs, floorMs };
}

/** Milliseconds from the acknowledged insert of a question to its answer accepted; waits until all is quiet again. */
async function answerTo(opening: OutboxMessage, { db, onAccepted }: Installation): Promise<number> {
  const message = question(opening, new Date());
  const acceptedAt = new Promise<number>((resolve) => {
    onAccepted(opening.to, () => resolve(performance.now()));
  });
  // By the driver itself: what a model does after the answer would be counted as head start.
  await db.messages.collection.insertOne(message as never, { writeConcern: { w: 'majority' } });
  const storedAt = performance.now();
  const took = (await withinTime(ANSWER_LIMIT_MS, `the answer to ${opening.to}`, acceptedAt)) - storedAt;
  await untilTaken(opening, db);
  await pause(QUIET_MS);
  return took;
}

async function untilTaken({ conversationId }: OutboxMessage, db: Database): Promise<void> {
  const taken = { conversationId, status: 'settled', unhandledFor: { $exists: false } } as const;
  while ((await db.outbox.countDocuments(taken)) < OPENING_AND_ANSWER) await pause(LOOK_AGAIN_MS);
}

async function sampleOf({ conversationId, contactId }: OutboxMessage, db: Database): Promise<Sample> {
  const [message, conversation, letter, guard, timer, turns] = await Promise.all([
    db.messages.findOne({ conversationId }).lean(),
    db.conversations.findById(conversationId).lean(),
    db.outbox.findOne({ contactId, letters: 'answer' }).lean(),
    db.recipients.findOne().lean(),
    db.timers.findOne({ conversationId }).lean(),
    db.turns.find({ conversationId, 'event.type': { $in: ['contactWrote', 'messageUnderstood'] } }).lean(),
  ]);
  if (!message || !conversation || !letter || !guard || !timer || turns.length === 0)
    throw new Error('no turn to take as sample');
  return { message, conversation, letter, guard, timer, turns };
}

const QUIET_MS = 15;
const LOOK_AGAIN_MS = 10;
const ANSWER_LIMIT_MS = 30_000;
const OPENING_AND_ANSWER = 2;
