import type { ClientSession } from 'mongoose';
import type { AskedJob, LlmJob } from '@app/llm-jobs/job';
import type { Database } from '../database';
import { roundsOf } from './rounds-of';

/** Asks for jobs in the caller's transaction. They wait behind those of their own flow, not behind other flows'. */
export async function insertJobs(db: Database, session: ClientSession, asked: readonly AskedJob[]): Promise<void> {
  if (asked.length === 0) return;
  const jobs = db.native(db.llmJobs);
  const rounds = await roundsOf(jobs, asked);
  const pendingAt = new Date();
  const documents = asked.map((job, index) => ({ ...job, ...UNTOUCHED, round: rounds[index] ?? 0, pendingAt }));
  await jobs.insertMany(documents, { session });
}

/** Takes back what is not settled, in the caller's transaction, for an event's sake; hosts at work on it learn of it by their feed. */
export async function supersedeJobs(
  db: Database,
  session: ClientSession,
  ids: readonly string[],
  by: string,
): Promise<void> {
  if (ids.length === 0) return;
  const superseded = { status: 'failed', failedAt: '$$NOW', leaseUntil: null, supersededBy: { $literal: by } };
  await db
    .native(db.llmJobs)
    .updateMany({ _id: { $in: [...ids] }, status: 'pending' }, [{ $set: superseded }], { session });
}

const UNTOUCHED = {
  status: 'pending',
  response: null,
  attempts: 0,
  leaseUntil: null,
  claimedBy: null,
  supersededBy: null,
  claimedAt: null,
  heartbeatAt: null,
  completedAt: null,
  failedAt: null,
  error: null,
} as const satisfies Partial<LlmJob>;
