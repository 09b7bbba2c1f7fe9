import type { AskedJob } from '@app/llm-jobs/job';
import type { Database } from '../database';
import { JobStore } from '../jobs/job.store';

/** Asks as a brain does: in a transaction. */
export async function askFor(db: Database, jobs: readonly AskedJob[]): Promise<void> {
  const store = new JobStore(db);
  await db.transaction((session) => store.insert(session, jobs));
}
