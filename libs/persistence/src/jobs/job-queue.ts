import { MongoClient, type Collection, type Db } from 'mongodb';
import { LEASE_MS, type ClaimedJob, type LlmJob } from '@app/llm-jobs/job';
import { COLLECTIONS } from '../collections';
import { electionOf } from '../feed/change-feed';
import { claim } from './claim';
import { claimedBy, heldBy } from './fence';
import { fail, failForGood, reapExpired, type Failed, type ReapedJobs } from './give-up';
import { LEASED } from './job.queries';

/** What a model answered to a job. */
export interface Settlement {
  readonly job: ClaimedJob;
  readonly response: string;
}

/** A heartbeat whose answer is lost on the way fails early enough for the next one to save the leases. */
const SILENCE_LIMIT_MS = 5_000;

/**
 * A host's side of the jobs, over a connection of its own. It needs no more than `find` and `update` on `llm_jobs`, and
 * every step but the claim works only under the claim's own fence. What it throws is of the connection; each step may be
 * repeated.
 */
export class JobQueue {
  private constructor(
    private readonly client: MongoClient,
    private readonly db: Db,
    private readonly jobs: Collection<LlmJob>,
  ) {}

  static async open(uri: string, dbName: string): Promise<JobQueue> {
    // Each step is safe to repeat, so the server need not remember each: that costs it a write for every job.
    const options = { serverSelectionTimeoutMS: 5000, socketTimeoutMS: SILENCE_LIMIT_MS, retryWrites: false };
    const client = new MongoClient(uri, { ...options, appName: 'job-queue' });
    const db = client.db(dbName);
    try {
      await client.connect();
    } catch (error) {
      await client.close();
      throw error;
    }
    return new JobQueue(client, db, db.collection<LlmJob>(COLLECTIONS.llmJobs));
  }

  /** Takes at most so many jobs that wait, for `LEASE_MS`: interactive ones first, then by turns of the flows. */
  claim(by: string, atMost: number): Promise<readonly ClaimedJob[]> {
    return claim(this.jobs, by, atMost);
  }

  /** Holds jobs for `LEASE_MS` more; those it returns are this host's no longer, and work on them is to stop. */
  async heartbeat(held: readonly ClaimedJob[]): Promise<readonly ClaimedJob[]> {
    if (held.length === 0) return [];
    const { matchedCount } = await this.jobs.updateMany(
      heldBy(held),
      [{ $set: { heartbeatAt: '$$NOW', leaseUntil: { $add: ['$$NOW', LEASE_MS] } } }],
      { writeConcern: { w: 1 } },
    );
    return matchedCount === held.length ? [] : this.notHeld(held);
  }

  /**
   * Completes jobs, all in one write, and has that on a majority before it returns. Those it returns were not taken: they
   * were superseded, settled by another, or claimed by another after the lease ran out.
   */
  async settle(settlements: readonly Settlement[]): Promise<readonly ClaimedJob[]> {
    const held = settlements.map(({ job }) => job);
    if (held.length === 0) return [];
    // In one statement: with one for each job the server works half as long again.
    const place = { $indexOfArray: [{ $literal: held.map(({ _id }) => _id) }, '$_id'] };
    const response = { $arrayElemAt: [{ $literal: settlements.map(({ response }) => response) }, place] };
    const completed = { status: 'completed', response, completedAt: '$$NOW', leaseUntil: null, error: null };
    const { matchedCount } = await this.jobs.updateMany(heldBy(held), [{ $set: completed }], {
      writeConcern: { w: 'majority' },
    });
    return matchedCount === held.length ? [] : this.notTaken(settlements);
  }

  /** Says that a host could not do a job: it goes to another, or is failed for good. */
  fail(job: ClaimedJob, error: string): Promise<Failed> {
    return fail(this.jobs, job, error);
  }

  /** Says that a job cannot be done: the model was asked as often as it is worth. */
  failForGood(job: ClaimedJob, error: string): Promise<Failed> {
    return failForGood(this.jobs, job, error);
  }

  /** Puts jobs back as if they had never been claimed. */
  async release(held: readonly ClaimedJob[]): Promise<void> {
    if (held.length === 0) return;
    const back = { leaseUntil: null, claimedBy: null, pendingAt: '$$NOW', attempts: { $subtract: ['$attempts', 1] } };
    await this.jobs.updateMany(heldBy(held), [{ $set: back }], { writeConcern: { w: 1 } });
  }

  /** Takes the jobs from hosts whose lease ran out, whoever they are. */
  reapExpired(): Promise<ReapedJobs> {
    return reapExpired(this.jobs);
  }

  /** In how many milliseconds the next lease runs out, 0 when one has; null when nothing is leased. */
  async untilLeaseEnds(): Promise<number | null> {
    const [next] = await this.jobs
      .find<{ readonly inMs: number }>(LEASED, {
        projection: { _id: 0, inMs: { $subtract: ['$leaseUntil', '$$NOW'] } },
      })
      .sort({ leaseUntil: 1 })
      .limit(1)
      .toArray();
    return next ? Math.max(0, next.inMs) : null;
  }

  /** Which election made the primary the jobs are read from. */
  election(): Promise<string> {
    return electionOf(this.db);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** What stands as it was to be settled was so by a try whose answer was lost. */
  private async notTaken(settlements: readonly Settlement[]): Promise<readonly ClaimedJob[]> {
    const held = settlements.map(({ job }) => job);
    const completed = { ...claimedBy(held), status: 'completed' } as const;
    const found = await this.jobs.find(completed, { projection: { response: 1 } }).toArray();
    const stands = new Map(found.map(({ _id, response }) => [_id, response]));
    return settlements.filter(({ job, response }) => stands.get(job._id) !== response).map(({ job }) => job);
  }

  private async notHeld(held: readonly ClaimedJob[]): Promise<readonly ClaimedJob[]> {
    const found = await this.jobs.find(heldBy(held), { projection: { _id: 1 } }).toArray();
    const ids = new Set(found.map(({ _id }) => _id));
    return held.filter(({ _id }) => !ids.has(_id));
  }
}
