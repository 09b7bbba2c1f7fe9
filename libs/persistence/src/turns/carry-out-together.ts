import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import { insertJobs } from '../jobs/ask-jobs';
import { insertAll } from '../write-all';
import type { TurnCommit } from './turn-commit';

/** Carries out, inside their one transaction, what commits of several conversations ask for; see `goesTogether`. */
export async function carryOutTogether(
  db: Database,
  session: ClientSession,
  commits: readonly TurnCommit[],
): Promise<void> {
  const over = commits.filter(({ writes }) => writes.cancelTimers).map(({ conversation }) => conversation._id);
  if (over.length > 0) {
    const scheduled = { conversationId: { $in: over }, status: 'scheduled' } as const;
    await db.native(db.timers).updateMany(scheduled, { $set: { status: 'cancelled' } }, { session });
  }
  const all = commits.map(({ writes }) => writes);
  await insertJobs(
    db,
    session,
    all.flatMap(({ jobs }) => jobs),
  );
  await insertAll(
    db.native(db.telegramLinks),
    all.flatMap(({ links }) => links),
    session,
  );
  await insertAll(
    db.native(db.outbox),
    all.flatMap(({ letters }) => letters),
    session,
  );
  await insertAll(
    db.native(db.timers),
    all.flatMap(({ timers }) => timers),
    session,
  );
}
