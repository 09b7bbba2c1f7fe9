import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { storedReply } from '@app/peers/installation/stored-reply';
import type { Pipeline } from './pipeline';
import { QUESTION } from '../question';
import { processorMs } from '../servers/processor-ms';
import type { Drained } from './figures';

/**
 * Lets a backlog form while the process stands still, one question in each conversation, then lets the process go on,
 * until the last answer is queued for the gateway. Throws unless each conversation has just one.
 */
export async function drain(pipeline: Pipeline, openings: readonly OutboxMessage[], storedAt: Date): Promise<Drained> {
  const { db, pid } = pipeline;
  const messages = openings.map((opening) => storedReply(opening, { name: 'backlog', text: QUESTION, storedAt }));
  const all = (await pipeline.answered()) + openings.length;
  process.kill(pid, 'SIGSTOP');
  const usedBefore = processorMs(pid);
  let startedAt: number;
  try {
    await db.native(db.messages).insertMany(messages, { writeConcern: { w: 'majority' } });
    await pipeline.announce(messages.map(({ _id }) => _id));
    await pause(SETTLE_MS);
  } finally {
    startedAt = performance.now();
    process.kill(pid, 'SIGCONT');
  }
  // The quick count may be ahead of what is committed.
  while ((await pipeline.answered()) < all || !(await isAnswered(pipeline, openings))) {
    if (performance.now() - startedAt > LIMIT_MS) throw new Error('the backlog was not answered within two minutes');
    await pause(LOOK_AGAIN_MS);
  }
  const tookMs = performance.now() - startedAt;
  const used = processorMs(pid);
  return { tookMs, processorMs: used === null || usedBefore === null ? null : used - usedBefore };
}

/** Whether each question is handled and has its answer; throws when there are more. */
async function isAnswered({ db }: Pipeline, openings: readonly OutboxMessage[]): Promise<boolean> {
  const conversationId = { $in: openings.map((opening) => opening.conversationId) };
  const queued = { conversationId, letters: 'answer', status: 'queued' } as const;
  const [answers, handled] = await Promise.all([
    db.outbox.countDocuments(queued),
    db.messages.countDocuments({ conversationId, state: 'filed', unhandledFor: { $exists: false } }),
  ]);
  if (answers > openings.length) throw new Error(`${openings.length} questions have ${answers} answers`);
  return answers === openings.length && handled === openings.length;
}

/** What was written is written down, and what the server tells of it is on its way. */
const SETTLE_MS = 300;
const LOOK_AGAIN_MS = 10;
const LIMIT_MS = 120_000;
