import { Injectable } from '@nestjs/common';
import type { ClientSession } from 'mongoose';
import type { AskedJob, JobPriority, SettledJob } from '@app/llm-jobs/job';
import { Database } from '../database';
import { insertJobs, supersedeJobs } from './ask-jobs';
import { WAITING } from './job.queries';

/** A model's answer is a few hundred bytes; what is longer is none, and is not even read. */
export const LONGEST_RESPONSE_BYTES = 1_000_000;

/** The brain's side of the jobs: asking, taking back, and what came of it. */
@Injectable()
export class JobStore {
  constructor(private readonly db: Database) {}

  /** Asks for jobs in the caller's transaction. They wait behind those of their own flow, not behind other flows'. */
  insert(session: ClientSession, asked: readonly AskedJob[]): Promise<void> {
    return insertJobs(this.db, session, asked);
  }

  /** Takes back what is not settled, in the caller's transaction; hosts at work on it learn of it by their feed. */
  supersede(session: ClientSession, ids: readonly string[], by: string): Promise<void> {
    return supersedeJobs(this.db, session, ids, by);
  }

  /** Whether more than `limit` jobs of a priority wait for a host. */
  async isFull(priority: JobPriority, limit: number): Promise<boolean> {
    const jobs = this.db.native(this.db.llmJobs);
    return (await jobs.countDocuments({ ...WAITING, priority }, { limit: limit + 1 })) > limit;
  }

  /**
   * Which of the jobs the caller waits for are settled. Hosts may write what they like into a job: only its status and
   * its response are read, and what was asked is for the caller to know.
   */
  async settledAmong(ids: readonly string[]): Promise<SettledJob[]> {
    const found = await this.db
      .native(this.db.llmJobs)
      .find<Claims>(
        { _id: { $in: [...ids] }, status: { $in: ['completed', 'failed'] } },
        // A host may store bytes that are no text: they must not make every later read throw.
        { projection: WHAT_COUNTS, enableUtf8Validation: false },
      )
      .toArray();
    return found.map(toSettled);
  }
}

const IS_SHORT = { $lte: [{ $strLenBytes: '$response' }, LONGEST_RESPONSE_BYTES] };
const WHAT_COUNTS = {
  status: 1,
  response: {
    $cond: [{ $eq: [{ $type: '$response' }, 'string'] }, { $cond: [IS_SHORT, '$response', null] }, null],
  },
} as const;

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
