import type { Database } from '@app/persistence/database';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import type { ClaimedJob, LlmJob } from '@app/llm-jobs/job';
import type { Product } from '@app/product/product';
import { eventually } from '../../../test/support/eventually';
import type { TestDatabase } from '../../../test/support/test-database';

/** A product that names a model; `change` is what differs. */
export function withModel(change: Partial<Product['settings']['model']> = {}): Pick<Product['settings'], 'model'> {
  const answerWithinSeconds = { mail: 60, chat: 8 };
  const writes = { answers: false, openings: false };
  return { model: { name: 'test-model', answerWithinSeconds, queueLimit: 100, writes, ...change } };
}

/** What the offline engine is not sure of, and what it takes for no stop but for the hint of one. */
export const UNSURE = 'Ну, смотря что под этим понимать';
export const HINT = 'Так себе идея';

/** A model's reading of one intent. */
export function reads(intent: string, evidence: string): string {
  return JSON.stringify({ intents: [intent], language: 'ru', day: '', addresses: [], evidence: [evidence] });
}

/** Plays the GPU hosts: claims the jobs as they do, and answers what it is told to. */
export class ModelHost {
  private constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
  ) {}

  static async open(db: Database, { uri, name }: TestDatabase): Promise<ModelHost> {
    return new ModelHost(db, await JobQueue.open(uri, name));
  }

  close(): Promise<void> {
    return this.queue.close();
  }

  /** Waits for the next job there is. */
  claim(by = 'gpu-1'): Promise<ClaimedJob> {
    return eventually('a job', async () => (await this.queue.claim(by, 1))[0] ?? null);
  }

  /** Waits for the next job, and settles it. */
  async answer(response: string): Promise<ClaimedJob> {
    const job = await this.claim();
    await this.settle(job, response);
    return job;
  }

  settle(job: ClaimedJob, response: string): Promise<readonly ClaimedJob[]> {
    return this.queue.settle([{ job, response }]);
  }

  /** Takes the jobs from hosts that died. */
  async reap(): Promise<void> {
    await this.queue.reapExpired();
  }

  /** Fails a job as often as it takes. */
  async fail(): Promise<void> {
    let left = 'pending-again';
    while (left === 'pending-again') left = await this.queue.fail(await this.claim(), 'no such model');
  }

  all(): Promise<LlmJob[]> {
    return this.db.llmJobs.find().sort({ pendingAt: 1 }).lean<LlmJob[]>();
  }

  waiting(): Promise<number> {
    return this.db.llmJobs.countDocuments({ status: 'pending' });
  }

  /** Writes into a job what no honest host does. */
  async tamper(id: string, set: object): Promise<void> {
    await this.db.driver.collection<{ readonly _id: string }>('llm_jobs').updateOne({ _id: id }, { $set: set });
  }
}
