import type { SettledJob } from '@app/llm-jobs/job';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { JobStore } from '../jobs/job.store';
import type { ConversationDocument } from './conversation.schema';

/** Ids of the open conversations whose job is settled and not taken yet. */
export async function* withSettledJob(db: Database): AsyncIterable<string> {
  const settled = { $match: { status: { $in: ['completed', 'failed'] } } };
  const found = db.native(db.conversations).aggregate<{ readonly _id: string }>([
    { $match: { askedJob: { $gt: '' }, closed: false } },
    {
      $lookup: {
        from: COLLECTIONS.llmJobs,
        localField: 'askedJob',
        foreignField: '_id',
        pipeline: [settled, { $project: { _id: 1 } }],
        as: 'job',
      },
    },
    { $match: { 'job._id': { $exists: true } } },
    { $project: { _id: 1 } },
  ]);
  for await (const { _id } of found) yield _id;
}

/** The conversation that waits for a job; null when none does any more. */
export async function whoAskedFor(db: Database, jobId: string): Promise<string | null> {
  const found = await db
    .native(db.conversations)
    .findOne({ askedJob: jobId, closed: false }, { projection: { _id: 1 } });
  return found?._id ?? null;
}

/** What came of the job a conversation waits for; null while nothing did, and without a question when it waits for none. */
export async function settlementFor(
  db: Database,
  { askedJob }: Pick<ConversationDocument, 'askedJob'>,
): Promise<SettledJob | null> {
  if (askedJob === undefined) return null;
  const [settled] = await new JobStore(db).settledAmong([askedJob]);
  return settled ?? null;
}
