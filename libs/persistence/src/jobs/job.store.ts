import { Injectable } from '@nestjs/common';
import type { ClientSession } from 'mongoose';
import type { AskedJob, LlmJob, SettledJob } from '@app/llm-jobs/job';
import { Database } from '../database';
import { roundsOf } from './rounds-of';

/** The brain's side of the jobs: asking, taking back, and what came of it. */
@Injectable()
export class JobStore {
  constructor(private readonly db: Database) {}

  /** Asks for jobs in the caller's transaction. They wait behind those of their own flow, not behind other flows'. */
  async insert(session: ClientSession, asked: readonly AskedJob[]): Promise<void> {
    if (asked.length === 0) return;
    const jobs = this.db.native(this.db.llmJobs);
    const rounds = await roundsOf(jobs, asked);
    const pendingAt = new Date();
    const documents = asked.map((job, index) => ({ ...job, ...UNTOUCHED, round: rounds[index] ?? 0, pendingAt }));
    await jobs.insertMany(documents, { session });
  }

  /** Takes back what is not settled, in the caller's transaction; hosts at work on it learn of it by their feed. */
  async supersede(session: ClientSession, ids: readonly string[], by: string): Promise<void> {
    const superseded = { status: 'failed', failedAt: '$$NOW', leaseUntil: null, supersededBy: { $literal: by } };
    await this.db
      .native(this.db.llmJobs)
      .updateMany({ _id: { $in: [...ids] }, status: 'pending' }, [{ $set: superseded }], { session });
  }

  /**
   * Which of the jobs the caller waits for are settled. Hosts may write what they like into a job: only its status and
   * its response are read, and what was asked is for the caller to know.
   */
  async settledAmong(ids: readonly string[]): Promise<SettledJob[]> {
    const found = await this.db
      .native(this.db.llmJobs)
      .find<Claims>({ _id: { $in: [...ids] }, status: { $in: ['completed', 'failed'] } }, { projection: WHAT_COUNTS })
      .toArray();
    return found.map(toSettled);
  }
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

const WHAT_COUNTS = { status: 1, response: 1 } as const;

interface Claims {
  readonly _id: string;
  readonly status: unknown;
  readonly response: unknown;
}

function toSettled({ _id: id, status, response }: Claims): SettledJob {
  return status === 'completed' && typeof response === 'string'
    ? { type: 'completed', id, response }
    : { type: 'failed', id };
}
