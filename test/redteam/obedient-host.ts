import { setTimeout as sleep } from 'node:timers/promises';
import type { ClaimedJob } from '@app/llm-jobs/job';
import { JobQueue } from '@app/persistence/jobs/job-queue';

const LOOK_AGAIN_MS = 20;

/**
 * A GPU host that hands in whatever its model says, unchecked, as one in an attacker's hands would. `answer` is given
 * the job as a host sees it.
 */
export class ObedientHost {
  private readonly stopping = new AbortController();
  private working: Promise<void> = Promise.resolve();

  private constructor(
    private readonly queue: JobQueue,
    private readonly answer: (job: ClaimedJob) => string,
  ) {}

  static async start(uri: string, database: string, answer: (job: ClaimedJob) => string): Promise<ObedientHost> {
    const host = new ObedientHost(await JobQueue.open(uri, database), answer);
    host.working = host.work();
    return host;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
    await this.queue.close();
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const jobs = await this.queue.claim('obedient', 50);
      await this.queue.settle(jobs.map((job) => ({ job, response: this.answer(job) })));
      await sleep(jobs.length > 0 ? 0 : LOOK_AGAIN_MS);
    }
  }
}
