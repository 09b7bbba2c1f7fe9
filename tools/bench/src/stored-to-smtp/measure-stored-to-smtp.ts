import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { offeredContacts } from '@app/peers/installation/offered-contacts';
import type { BenchInstallation } from '../installation';
import { answerTo, QUIET_MS } from './answer-to';
import type { Samples } from './figures';
import { openFloor, type Floor, type Sample } from './floor';

const WARM_UP = 50;
const MEASURED = 300;

/** Lets one contact after another ask a question, each in a quiet system, and takes the floor before each. */
export async function measureStoredToSmtp(
  installation: BenchInstallation,
  report: (line: string) => void,
): Promise<Samples> {
  const contacts = Array.from({ length: WARM_UP + MEASURED }, (_, index) => `contact-${index}`);
  const openings = await offeredContacts(installation.db, contacts);
  report(`${openings.length} contacts have their opening letter; ${WARM_UP} questions warm up, then ${MEASURED} count`);

  const [first, ...others] = openings;
  if (!first) throw new Error('no contact was written to');
  await answerTo(first, 'question', installation);
  const floor = await openFloor(installation, await sampleOf(first, installation.db));
  try {
    return await interleave(others, installation, floor);
  } finally {
    await floor.close();
  }
}

async function interleave(
  openings: readonly OutboxMessage[],
  installation: BenchInstallation,
  floor: Floor,
): Promise<Samples> {
  const storedToSmtpMs: number[] = [];
  const floorMs: number[] = [];
  for (const [index, opening] of openings.entries()) {
    const floorTook = await floor.measure();
    await pause(QUIET_MS);
    const took = await answerTo(opening, 'question', installation);
    if (index + 1 < WARM_UP) continue;
    floorMs.push(floorTook);
    storedToSmtpMs.push(took);
  }
  return { storedToSmtpMs, floorMs };
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
