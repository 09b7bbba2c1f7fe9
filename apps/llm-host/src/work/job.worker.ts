import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ClaimedJob } from '@app/llm-jobs/job';
import type { Change } from '@app/persistence/feed/change';
import { ChangeFeed, type Follower } from '@app/persistence/feed/change-feed';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { errorWords } from '@app/runtime/error-words';
import { Endpoint } from '../endpoint/endpoint';
import { Alarm } from './alarm';
import { JobHandler } from './job.handler';
import { JobsInHand } from './jobs-in-hand';

const SWEEP_MS = 60_000;
const SWEEP_JITTER_MS = 10_000;
/** When looking failed: soon, and long before the sweep. */
const AGAIN_MS = 5_000;

/**
 * Keeps the endpoint in work: the feed wakes it, and so does a job that ends; the earliest end of a lease is armed, for a
 * host that died says nothing; a slow sweep is the net.
 */
@Injectable()
export class JobWorker implements Follower, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(JobWorker.name);
  private readonly stopping = new AbortController();
  private readonly leaseEnd = new Alarm(() => void this.lookAtLeases());
  private readonly sweep = new Alarm(() => void this.sweepNow());
  private looking: Promise<void> | undefined;
  private wishes = 0;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly queue: JobQueue,
    private readonly endpoint: Endpoint,
    private readonly handler: JobHandler,
    private readonly inHand: JobsInHand,
  ) {}

  onApplicationBootstrap(): void {
    this.following = this.feed.follow(this, this.stopping.signal);
    this.setSweep();
    void this.waitForEndpoint();
  }

  /** Gives back at once what is in hand, and ends. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.leaseEnd.clear();
    this.sweep.clear();
    // What is being claimed now comes in hand first.
    await this.looking;
    await this.inHand.abortAll();
    await this.following;
    await this.queue.close();
  }

  async drain(): Promise<void> {
    await this.lookAtLeases();
  }

  election(): Promise<string> {
    return this.queue.election();
  }

  wake({ id, set }: Change): void {
    // Superseded, or settled by another: whoever works on it works in vain.
    if (set.status === 'failed' || set.status === 'completed') this.inHand.abort(id);
    else if (set.pendingAt) void this.look();
  }

  interrupted(error: unknown): void {
    this.logger.warn(`The change feed was interrupted and begins again: ${errorWords(error)}`);
  }

  private async waitForEndpoint(): Promise<void> {
    await this.endpoint.untilUsable();
    await this.look();
  }

  /** Claims as much as there is room for. One looks at a time; whoever comes meanwhile has it look once more. */
  private look(): Promise<void> {
    this.wishes += 1;
    this.looking ??= this.lookUntilGranted().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookUntilGranted(): Promise<void> {
    try {
      let granted: number;
      do {
        granted = this.wishes;
        await this.claim();
      } while (granted !== this.wishes);
    } catch (error) {
      this.lookLater('jobs', error);
    }
  }

  private async claim(): Promise<void> {
    const { room } = this.inHand;
    if (room === 0 || !this.endpoint.isUsable || this.stopping.signal.aborted) return;
    const jobs = await this.inHand.claim();
    for (const job of jobs) void this.work(job);
    // Leases begun later end later: an alarm that is set is early enough.
    if (jobs.length < room && !this.leaseEnd.isSet) await this.armLeaseEnd();
  }

  private async work(job: ClaimedJob): Promise<void> {
    await this.inHand
      .hold(job, (signal) => this.handler.handle(job, signal))
      .catch((error: unknown) => {
        // Its lease runs out, and then it is anybody's.
        this.logger.warn(`Job ${job._id} is left as it is: ${errorWords(error)}`);
      });
    if (!this.endpoint.isUsable) await this.waitForEndpoint();
    else await this.look();
  }

  /** Takes from hosts that died what they had. */
  private async lookAtLeases(): Promise<void> {
    try {
      await this.queue.reapExpired();
      await this.armLeaseEnd();
    } catch (error) {
      this.lookLater('leases that ran out', error);
    }
    await this.look();
  }

  private async armLeaseEnd(): Promise<void> {
    const inMs = await this.queue.untilLeaseEnds();
    if (inMs === null || this.stopping.signal.aborted) this.leaseEnd.clear();
    else this.leaseEnd.set(inMs);
  }

  private lookLater(what: string, error: unknown): void {
    if (this.stopping.signal.aborted) return;
    this.logger.warn(`Could not look for ${what}: ${errorWords(error)}`);
    this.leaseEnd.set(AGAIN_MS);
  }

  private setSweep(): void {
    if (!this.stopping.signal.aborted) this.sweep.set(SWEEP_MS + (Math.random() - 0.5) * 2 * SWEEP_JITTER_MS);
  }

  private async sweepNow(): Promise<void> {
    await this.lookAtLeases();
    this.setSweep();
  }
}
