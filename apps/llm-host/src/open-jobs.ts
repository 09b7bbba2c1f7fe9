import { JobQueue } from '@app/persistence/jobs/job-queue';
import type { HostSettings } from '@app/runtime/config/host-settings';

/** Opens the jobs, once it is sure that they may be read; throws `JobsForbidden` with what to do when not. */
export async function openJobs({ mongodbUri, mongodbDatabase }: HostSettings): Promise<JobQueue> {
  const queue = await JobQueue.open(mongodbUri, mongodbDatabase);
  try {
    await queue.untilLeaseEnds();
    return queue;
  } catch (cause) {
    await queue.close();
    if (isUnauthorized(cause)) throw new JobsForbidden(mongodbDatabase, { cause });
    throw cause;
  }
}

/** MongoDB knows the user, who may not use the jobs. */
export class JobsForbidden extends Error {
  readonly code = 'JOBS_FORBIDDEN';
  constructor(database: string, options: ErrorOptions) {
    super(
      `The user in MONGODB_URI may not read llm_jobs in the database "${database}"; ` +
        'take the one `sales-agent init` made for GPU hosts, and its MONGODB_DATABASE.',
      options,
    );
  }
}

const UNAUTHORIZED = 13;

function isUnauthorized(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === UNAUTHORIZED;
}
