import type { ClaimedJob } from '@app/llm-jobs/job';

/** The jobs that nobody has superseded, settled or claimed since. */
export function heldBy(jobs: readonly ClaimedJob[]) {
  return { ...claimedBy(jobs), status: 'pending' as const };
}

/** A claim's id is in none but its own jobs, so ids and claims need not be paired. */
export function claimedBy(jobs: readonly ClaimedJob[]) {
  return {
    _id: { $in: jobs.map(({ _id }) => _id) },
    claimedBy: { $in: [...new Set(jobs.map((job) => job.claimedBy))] },
  };
}
