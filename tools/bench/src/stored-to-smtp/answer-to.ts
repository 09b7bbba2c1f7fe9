import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { storedReply } from '@app/peers/installation/stored-reply';
import { withinTime } from '@app/peers/system/within-time';
import type { BenchInstallation } from '../installation';
import { QUESTION } from '../question';

/** Long enough that nothing of one measurement reaches into the next. */
export const QUIET_MS = 15;

/** Milliseconds from the acknowledged insert of a question to its answer accepted; waits until all is quiet again. */
export async function answerTo(
  opening: OutboxMessage,
  name: string,
  { db, now, onAccepted }: BenchInstallation,
): Promise<number> {
  const message = storedReply(opening, { name, text: QUESTION, storedAt: now() });
  const acceptedAt = new Promise<number>((resolve) => {
    onAccepted(opening.to, () => resolve(performance.now()));
  });
  // By the driver itself: what a model does after the answer would be counted as head start.
  await db.messages.collection.insertOne(message as never, { writeConcern: { w: 'majority' } });
  const storedAt = performance.now();
  const took = (await withinTime(ANSWER_LIMIT_MS, `the answer to ${opening.to}`, acceptedAt)) - storedAt;
  while (await isUnderWay(opening, db)) await pause(LOOK_AGAIN_MS);
  await pause(QUIET_MS);
  return took;
}

async function isUnderWay({ contactId, conversationId }: OutboxMessage, db: Database): Promise<boolean> {
  const leaving = { contactId, status: { $in: ['queued', 'leased', 'handing-over'] } } as const;
  const found = await Promise.all([db.outbox.exists(leaving), db.outbox.exists({ unhandledFor: conversationId })]);
  return found.some((one) => one !== null);
}

const LOOK_AGAIN_MS = 10;
const ANSWER_LIMIT_MS = 30_000;
