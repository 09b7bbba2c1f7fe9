import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { ChangeFeed, type Follower } from '@app/persistence/feed/change-feed';
import { Database } from '@app/persistence/database';
import type { Change } from '@app/persistence/feed/change';
import { errorWords } from '../error-words';
import { BusinessClock } from '../clock/business-clock';
import { Membership } from '../instance/membership';
import { OwnChanges } from './own-changes';
import type { Due, Reactor } from './reactor';
import { sweepFound } from './sweep-found';
import { MOST_FOUND, WorkQueue } from './work-queue';

export const REACTORS = Symbol('reactors');

const SWEEP_MS = 60_000;
const SWEEP_JITTER_MS = 10_000;
const OVERDUE_MS = 10_000;
/** When looking failed: soon, and long before the sweep. */
const AGAIN_MS = 5_000;
/** So that what is waiting and cannot be taken is not read again and again. */
const MORE_AFTER_MS = 500;
/** A longer `setTimeout` fires at once. */
const LONGEST_ALARM_MS = 24 * 60 * 60 * 1000;

/** Drives a service: the feed wakes its reactors, alarms wake them at the next due moment, a slow sweep is the net. */
@Injectable()
export class Workload implements Follower, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Workload.name);
  private readonly stopping = new AbortController();
  private readonly queues: ReadonlyMap<Reactor, WorkQueue>;
  private readonly asking = new Map<Reactor, 'once' | 'again'>();
  /** When the alarm of each reactor rings, on this process's monotonic clock. */
  private readonly alarms = new Map<Reactor, number>();
  private readonly ownChanges = new OwnChanges();
  private following: Promise<void> = Promise.resolve();

  constructor(
    @Inject(REACTORS) private readonly reactors: readonly Reactor[],
    private readonly feed: ChangeFeed,
    private readonly membership: Membership,
    private readonly clock: BusinessClock,
    private readonly scheduler: SchedulerRegistry,
    private readonly db: Database,
  ) {
    this.queues = new Map(reactors.map((reactor) => [reactor, this.queueOf(reactor)]));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.membership.join(() => void this.lookAtEverything());
    this.following = this.feed.follow(this, this.stopping.signal);
    this.scheduleSweep();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    for (const name of this.scheduler.getTimeouts()) this.scheduler.deleteTimeout(name);
    await Promise.all([...this.queues.values()].map((queue) => queue.stop()));
    await this.following;
  }

  async drain(): Promise<void> {
    await this.clock.load();
    for (const reactor of this.reactors) await this.look(reactor);
  }

  election(): Promise<string> {
    return this.db.election();
  }

  wake(change: Change): void {
    if (this.ownChanges.isEcho(change)) return;
    this.clock.notice(change);
    this.membership.notice(change);
    for (const [reactor, queue] of this.queues) {
      const key = reactor.keyOf(change);
      if (key !== undefined) queue.wake(key);
      if (reactor.movesDue?.(change, this.alarmOf(reactor))) void this.armAgain(reactor);
    }
  }

  interrupted(error: unknown): void {
    this.logger.warn(`The change feed was interrupted and begins again: ${errorWords(error)}`);
  }

  /** Through the feed a change comes only when a majority has it, and for a write that nobody awaits that takes long. */
  private made(change: Change): void {
    this.ownChanges.expect(change);
    this.wakeOwn(change);
  }

  private wakeOwn(change: Change): void {
    for (const [reactor, queue] of this.queues) {
      const key = reactor.keyOf(change);
      if (key !== undefined) queue.take(key);
    }
  }

  private async lookAtEverything(): Promise<void> {
    for (const reactor of this.reactors) await this.lookAndArm(reactor);
  }

  private async lookAndArm(reactor: Reactor): Promise<void> {
    await this.look(reactor).catch((error: unknown) => {
      this.logger.warn(`Could not look for work of ${reactor.name}: ${errorWords(error)}`);
      this.ring(reactor, AGAIN_MS);
    });
  }

  private async look(reactor: Reactor): Promise<void> {
    const queue = this.queues.get(reactor);
    for await (const key of reactor.waiting()) if (queue?.find(key) === false) break;
    await this.arm(reactor);
  }

  /** A backlog is taken up in pages: the next one, soon after there is room for it. */
  private lookForMoreSoon(): void {
    if (this.stopping.signal.aborted || this.scheduler.doesExist('timeout', 'more')) return;
    this.callIn('more', MORE_AFTER_MS, () => this.lookForMore());
  }

  /** What is put off, because it failed above all, stays so. */
  private async lookForMore(): Promise<void> {
    this.forgetCall('more');
    for (const [reactor, queue] of this.queues) {
      try {
        for await (const key of reactor.waiting()) if (!queue.has(key) && !queue.find(key)) break;
      } catch (error) {
        this.logger.warn(`Could not look for more work of ${reactor.name}: ${errorWords(error)}`);
        this.ring(reactor, AGAIN_MS);
      }
    }
  }

  private async armAgain(reactor: Reactor): Promise<void> {
    await this.arm(reactor).catch((error: unknown) => {
      this.logger.warn(`Could not set the alarm of ${reactor.name}: ${errorWords(error)}`);
      this.ring(reactor, AGAIN_MS);
    });
  }

  /** What the alarm is set to; null while that is being asked, since what changes meanwhile has to ask again. */
  private alarmOf(reactor: Reactor): Due | null {
    const at = this.alarms.get(reactor);
    return at === undefined || this.asking.has(reactor) ? null : { inMs: at - performance.now() };
  }

  /** Sets the one alarm of a reactor to its next due moment. One asks at a time; whoever comes meanwhile asks after it. */
  private async arm(reactor: Reactor): Promise<void> {
    if (this.asking.has(reactor)) {
      this.asking.set(reactor, 'again');
      return;
    }
    let due: Due | null | undefined;
    try {
      do {
        this.asking.set(reactor, 'once');
        due = await reactor.nextDue?.();
      } while (this.asking.get(reactor) === 'again');
    } finally {
      this.asking.delete(reactor);
    }
    this.ring(reactor, due?.inMs);
  }

  private ring(reactor: Reactor, inMs: number | undefined): void {
    const name = `due:${reactor.name}`;
    this.forgetCall(name);
    this.alarms.delete(reactor);
    if (inMs === undefined || this.stopping.signal.aborted) return;
    const bounded = Math.min(Math.max(inMs, 0), LONGEST_ALARM_MS);
    this.alarms.set(reactor, performance.now() + bounded);
    this.callIn(name, bounded, () => this.lookAndArm(reactor));
  }

  private scheduleSweep(): void {
    if (this.stopping.signal.aborted) return;
    const inMs = SWEEP_MS + (Math.random() - 0.5) * 2 * SWEEP_JITTER_MS;
    this.callIn('sweep', inMs, () => this.sweep());
  }

  /** Calls back once; asked again by the same name, later. */
  private callIn(name: string, inMs: number, back: () => Promise<void>): void {
    this.forgetCall(name);
    this.scheduler.addTimeout(
      name,
      setTimeout(() => void back(), inMs),
    );
  }

  private forgetCall(name: string): void {
    if (this.scheduler.doesExist('timeout', name)) this.scheduler.deleteTimeout(name);
  }

  /** The safety net: what nobody has in hand now, and still nobody ten seconds later, was missed. */
  private async sweep(): Promise<void> {
    try {
      const idle = await this.idleKeys();
      if (idle.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, OVERDUE_MS));
        for (const [reactor, keys] of await this.idleKeys()) {
          const missed = keys.filter((key) => idle.get(reactor)?.includes(key));
          if (missed.length > 0) this.found(reactor, missed.length);
          for (const key of keys) this.queues.get(reactor)?.find(key);
        }
      }
      for (const reactor of this.reactors) await this.arm(reactor);
    } catch (error) {
      this.logger.warn(`The safety sweep failed: ${errorWords(error)}`);
    }
    this.scheduleSweep();
  }

  private found({ name: reactor }: Reactor, count: number): void {
    this.membership.sweepFinds += count;
    sweepFound.tell({ reactor, count });
    this.logger.warn({ reactor }, `The safety sweep found ${String(count)} of ${reactor}`);
  }

  private async idleKeys(): Promise<ReadonlyMap<Reactor, string[]>> {
    const idle = new Map<Reactor, string[]>();
    for (const [reactor, queue] of this.queues) {
      // Of a backlog it is known that it waits.
      if (queue.isBehind) continue;
      const keys: string[] = [];
      for await (const key of reactor.waiting()) {
        if (!queue.has(key)) keys.push(key);
        if (keys.length === MOST_FOUND) break;
      }
      if (keys.length > 0) idle.set(reactor, keys);
    }
    return idle;
  }

  private othersOf(reactor: Reactor): WorkQueue[] {
    return [...this.queues].flatMap(([other, queue]) => (other === reactor ? [] : [queue]));
  }

  private queueOf(reactor: Reactor): WorkQueue {
    return new WorkQueue(reactor, {
      isOwn: (key) => this.membership.isOwn(key),
      onMade: (change) => {
        this.made(change);
      },
      wake: (change) => {
        this.wakeOwn(change);
      },
      onFailure: (name, key, error, failures) => {
        this.logger.warn({ reactor: name, key, err: error }, `${name} failed (${String(failures)} in a row)`);
      },
      onRoom: () => {
        this.lookForMoreSoon();
      },
      isHeldUp: () => this.othersOf(reactor).some((queue) => queue.isPressed()),
      onEased: () => {
        for (const other of this.othersOf(reactor)) other.goOn();
      },
    });
  }
}
