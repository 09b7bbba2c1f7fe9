import type { ClientSession } from 'mongoose';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Database } from '../database';
import { insertJobs, supersedeJobs } from '../jobs/ask-jobs';
import type { TurnCommit } from './turn-commit';

/** Asks for a commit's jobs and takes back what it no longer waits for, inside its transaction; where there is neither, it costs nothing. */
export async function askModel(
  db: Database,
  session: ClientSession,
  { conversation, turns, writes }: TurnCommit,
): Promise<void> {
  const { jobs, superseded } = writes;
  if (superseded.length > 0) {
    await supersedeJobs(db, session, superseded.map(opaqueId), opaqueId(turns.at(-1)?._id ?? ''));
    // Before the deadlines this commit sets.
    await db
      .native(db.timers)
      .updateMany(
        { conversationId: conversation._id, timer: 'modelDeadline', status: 'scheduled' },
        { $set: { status: 'cancelled' } },
        { session },
      );
  }
  await insertJobs(db, session, jobs);
}
