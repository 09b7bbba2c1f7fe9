import type { Database } from '@app/persistence/database';

/** Whether nothing is under way by now (business time): what follows would need a person, or time. */
export async function isAtRest(db: Database, now: Date): Promise<boolean> {
  const unhandled = { unhandledFor: { $exists: true } };
  // In the order in which one leads to the next: what has left one place is seen in a later one.
  return !(
    (await db.commands.exists({ status: 'pending' })) ??
    (await db.messages.exists({ $or: [{ state: 'new' }, unhandled] })) ??
    (await db.timers.exists({ status: 'scheduled', dueAt: { $lte: now } })) ??
    (await db.conversations.exists({ $or: [unhandled, { 'memory.asked.jobId': { $gt: '' } }] })) ??
    (await db.outbox.exists({ $or: [{ status: { $in: ['queued', 'leased', 'handing-over'] } }, unhandled] }))
  );
}
