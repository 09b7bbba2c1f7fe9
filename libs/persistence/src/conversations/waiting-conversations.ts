import type { Document, FindCursor } from 'mongodb';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { inTurn } from '../in-turn';
import { withSettledJob } from './asked-jobs';

/**
 * Ids of the conversations for which something waits, some more than once; timers count when due by `now` (business
 * time). One of each kind in turn, so that a hundred thousand messages do not hide a command.
 */
export function waitingConversations(db: Database, now: Date): AsyncIterable<string> {
  const due = { status: 'scheduled', dueAt: { $lte: now } };
  return inTurn([
    ...WITH_FACTS.map((name) =>
      each(db.driver.collection(name).find({ unhandledFor: { $exists: true } }), 'unhandledFor'),
    ),
    each(db.driver.collection(COLLECTIONS.timers).find(due), 'conversationId'),
    withSettledJob(db),
  ]);
}

const WITH_FACTS = [COLLECTIONS.conversations, COLLECTIONS.messages, COLLECTIONS.outbox, COLLECTIONS.commands] as const;

/** An index holds what waits for one conversation together. */
async function* each(found: FindCursor<Document>, field: string): AsyncIterable<string> {
  let last: string | undefined;
  for await (const { [field]: id } of found.project<Record<string, string>>({ [field]: 1, _id: 0 })) {
    if (id !== undefined && id !== last) yield id;
    last = id;
  }
}
