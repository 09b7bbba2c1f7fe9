import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { SpanKind } from '@opentelemetry/api';
import { LEASE_MS, type ClaimedJob } from '@app/llm-jobs/job';
import { jobEnded, type EndedJob } from '@app/persistence/jobs/job-ended';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { beginSpan } from '@app/persistence/tracing/trace';
import { answerJob } from '@app/runtime/model/answer-job';
import { Endpoint } from '../endpoint/endpoint';

const STEP_AGAIN_MS = 500;

/** Takes one claimed job to its end. Nothing of its prompt or answer is logged. */
@Injectable()
export class JobHandler {
  private readonly logger = new Logger(JobHandler.name);

  constructor(
    private readonly queue: JobQueue,
    private readonly endpoint: Endpoint,
  ) {}

  async handle(job: ClaimedJob, signal: AbortSignal): Promise<void> {
    const { _id: id, kind } = job;
    const begunAt = performance.now();
    const span = beginSpan(`job ${kind}`, { kind: SpanKind.CONSUMER, attributes: { job: id, kind }, after: [job] });
    try {
      const outcome = await this.work(job, signal);
      jobEnded.tell({ id, kind, outcome, tookMs: performance.now() - begunAt });
    } finally {
      span.end();
    }
  }

  private async work(job: ClaimedJob, signal: AbortSignal): Promise<EndedJob['outcome']> {
    const answered = await answerJob(this.endpoint.client, job, signal);
    switch (answered.type) {
      case 'completed':
        this.endpoint.answered();
        return this.settle(job, answered.response);
      case 'failed':
        this.endpoint.answered();
        return this.fail(job, answered.because, 'for-good');
      case 'unanswered':
        // A probe that is answered says that it was the job.
        if (await this.endpoint.stillWorks()) return this.fail(job, `No answer: ${answered.because}.`, 'here');
        return this.release(job);
      case 'away':
        this.endpoint.lost(answered);
        return this.release(job);
      case 'aborted':
        // Ours no longer, and then nothing is released, or this host stops.
        return this.release(job);
    }
  }

  private async settle(job: ClaimedJob, response: string): Promise<EndedJob['outcome']> {
    const [untaken] = await this.insist(() => this.queue.settle([{ job, response }]));
    const said = untaken ? 'answered too late' : 'completed';
    this.logger.debug({ jobs: [job._id] }, `Job ${job._id} (${job.kind}): ${said}.`);
    return untaken ? 'too-late' : 'completed';
  }

  private async fail(job: ClaimedJob, because: string, where: 'here' | 'for-good'): Promise<EndedJob['outcome']> {
    await this.insist(() => (where === 'here' ? this.queue.fail(job, because) : this.queue.failForGood(job, because)));
    const ended = where === 'here' ? 'failed here' : 'failed for good';
    this.logger.warn({ jobs: [job._id] }, `Job ${job._id} (${job.kind}) ${ended}: ${because}`);
    return 'failed';
  }

  private async release(job: ClaimedJob): Promise<EndedJob['outcome']> {
    await this.queue.release([job]);
    return 'released';
  }

  /** An answer costs the model a minute, and MongoDB a few seconds to elect a primary: it is not thrown away for that. */
  private async insist<T>(step: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + LEASE_MS;
    for (;;) {
      try {
        return await step();
      } catch (error) {
        if (performance.now() > giveUpAt) throw error;
        await sleep(STEP_AGAIN_MS);
      }
    }
  }
}
