import { Injectable, Logger } from '@nestjs/common';
import { HEARTBEAT_MS, type ClaimedJob } from '@app/llm-jobs/job';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { HostSettings } from '@app/runtime/config/host-settings';
import { Identity } from '@app/runtime/instance/identity';
import { errorWords } from '@app/runtime/error-words';
import { Alarm } from './alarm';

interface InHand {
  readonly job: ClaimedJob;
  readonly calling: AbortController;
}

/** The jobs this host works on: it says so every `HEARTBEAT_MS`, and ends the work on those that are no longer its own. */
@Injectable()
export class JobsInHand {
  private readonly logger = new Logger(JobsInHand.name);
  private readonly held = new Set<InHand>();
  private readonly heart = new Alarm(() => void this.beat());
  private emptied: (() => void)[] = [];

  constructor(
    private readonly queue: JobQueue,
    private readonly settings: HostSettings,
    private readonly identity: Identity,
  ) {}

  /** How many more jobs it may take. */
  get room(): number {
    return this.settings.llmParallel - this.held.size;
  }

  /** Claims as many jobs as there is room for; hold them before anything else is awaited. */
  claim(): Promise<readonly ClaimedJob[]> {
    return this.queue.claim(this.identity.id, this.room);
  }

  /** Holds a job until its work, which a signal may end early, is done. */
  async hold(job: ClaimedJob, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const inHand = { job, calling: new AbortController() };
    this.held.add(inHand);
    if (!this.heart.isSet) this.heart.set(HEARTBEAT_MS);
    try {
      await work(inHand.calling.signal);
    } finally {
      this.held.delete(inHand);
      if (this.held.size === 0) this.letGo();
    }
  }

  /** Ends the work on a job, if it is in hand. */
  abort(id: string): void {
    for (const { job, calling } of this.held) if (job._id === id) calling.abort();
  }

  /** Ends all work and waits until nothing is in hand. */
  async abortAll(): Promise<void> {
    for (const { calling } of this.held) calling.abort();
    if (this.held.size > 0) await new Promise<void>((resolve) => this.emptied.push(resolve));
  }

  private letGo(): void {
    this.heart.clear();
    for (const resolve of this.emptied.splice(0)) resolve();
  }

  private async beat(): Promise<void> {
    try {
      const lost = await this.queue.heartbeat([...this.held].map(({ job }) => job));
      for (const { claimedBy, _id } of lost) this.abortClaim(_id, claimedBy);
    } catch (error) {
      this.logger.warn(`A heartbeat failed: ${errorWords(error)}`);
    }
    if (this.held.size > 0) this.heart.set(HEARTBEAT_MS);
  }

  /** By its claim too: what was lost may be in hand again. */
  private abortClaim(id: string, claimedBy: string): void {
    for (const { job, calling } of this.held) if (job._id === id && job.claimedBy === claimedBy) calling.abort();
  }
}
