import type { Collection } from 'mongodb';
import { ATTEMPTS_LIMIT, type ClaimedJob, type LlmJob } from '@app/llm-jobs/job';
import { heldBy } from './fence';

/** What became of a job that a host failed with; `lost` was not that host's any more. */
export type Failed = 'pending-again' | 'failed' | 'lost';

const LONGEST_ERROR = 1000;

/** Lets a job go that could not be done; the last attempt fails it for good. */
export function fail(jobs: Collection<LlmJob>, job: ClaimedJob, error: string): Promise<Failed> {
  return end(jobs, job, error, LET_GO);
}

/** Fails a job that no other attempt would do better. */
export function failForGood(jobs: Collection<LlmJob>, job: ClaimedJob, error: string): Promise<Failed> {
  return end(jobs, job, error, FAILED);
}

async function end(
  jobs: Collection<LlmJob>,
  job: ClaimedJob,
  error: string,
  step: typeof LET_GO | typeof FAILED,
): Promise<Failed> {
  const said = { error: { $literal: error.slice(0, LONGEST_ERROR) } };
  const after = await jobs.findOneAndUpdate(heldBy([job]), [{ $set: { ...step, ...said } }], {
    projection: { status: 1 },
    returnDocument: 'after',
    writeConcern: { w: 'majority' },
  });
  if (!after) return 'lost';
  return after.status === 'failed' ? 'failed' : 'pending-again';
}

export interface ReapedJobs {
  readonly pendingAgain: number;
  readonly failed: number;
}

/** Lets all jobs go whose lease ran out. The claim stays in them, so that its host may settle until another claims. */
export async function reapExpired(jobs: Collection<LlmJob>): Promise<ReapedJobs> {
  const expired = {
    status: 'pending',
    leaseUntil: { $gt: new Date(0) },
    $expr: { $lte: ['$leaseUntil', '$$NOW'] },
  } as const;
  const died = { error: 'its host fell silent' };
  const spent = await jobs.updateMany({ ...expired, attempts: { $gte: ATTEMPTS_LIMIT } }, [
    { $set: { ...LET_GO, ...died } },
  ]);
  const again = await jobs.updateMany(expired, [{ $set: { ...LET_GO, ...died } }]);
  return { pendingAgain: again.modifiedCount, failed: spent.modifiedCount };
}

const IS_SPENT = { $gte: ['$attempts', ATTEMPTS_LIMIT] };

const LET_GO = {
  leaseUntil: null,
  status: { $cond: [IS_SPENT, 'failed', 'pending'] },
  failedAt: { $cond: [IS_SPENT, '$$NOW', null] },
  pendingAt: { $cond: [IS_SPENT, '$pendingAt', '$$NOW'] },
} as const;

const FAILED = { leaseUntil: null, status: 'failed', failedAt: '$$NOW' } as const;
