import type { Change } from '@app/persistence/feed/change';
import { reacted } from './reacted';
import type { Reaction, Reactor, Wake } from './reactor';

/** How long another instance's share is left to it before we take it. */
const FOREIGN_AFTER_MS = 250;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 60_000;
/** After this many failures in a row the operator is shown the key; it is tried on, ever more rarely. */
const QUARANTINED_AFTER = 8;

export interface QueueHooks {
  isOwn(key: string): boolean;
  onMade(change: Change): void;
  readonly wake: Wake;
  onFailure(reactor: string, key: string, error: unknown, failures: number): void;
}

/**
 * The keys of one reactor inside one process: each at most once in work. A key that is woken while it is in work is
 * looked at once more afterwards, so that no wake-up is lost to a lease.
 */
export class WorkQueue {
  private readonly ready = new Set<string>();
  private readonly running = new Set<string>();
  private readonly wokenWhileRunning = new Set<string>();
  private readonly later = new Map<string, NodeJS.Timeout>();
  private readonly failures = new Map<string, number>();
  private inWork = 0;
  private stopped = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly reactor: Reactor,
    private readonly hooks: QueueHooks,
  ) {}

  /** A change or a look at everything says that something waits for this key. */
  wake(key: string): void {
    if (this.stopped) return;
    if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else if (this.hooks.isOwn(key)) this.makeReady(key);
    else if (!this.ready.has(key)) this.wakeIn(key, FOREIGN_AFTER_MS, true);
  }

  /** The same for what this process itself made wait, whosever share it is: it need not be told to the others first. */
  take(key: string): void {
    if (this.stopped) return;
    if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else this.makeReady(key);
  }

  /** Whether this process has the key in hand, be it waiting, in work or put off. */
  has(key: string): boolean {
    return this.ready.has(key) || this.running.has(key) || this.later.has(key);
  }

  /** Takes nothing new and waits for what is in work. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timeout of this.later.values()) clearTimeout(timeout);
    this.later.clear();
    this.ready.clear();
    if (this.inWork > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private makeReady(key: string): void {
    this.forgetLater(key);
    this.ready.add(key);
    this.start();
  }

  private wakeIn(key: string, ms: number, isForeign = false): void {
    if (this.later.has(key)) return;
    const timeout = setTimeout(() => {
      this.later.delete(key);
      void this.comeBack(key, isForeign);
    }, ms);
    this.later.set(key, timeout);
  }

  private async comeBack(key: string, isForeign: boolean): Promise<void> {
    // Not knowing is a reason to try.
    const waits = isForeign && this.reactor.stillWaits ? await this.reactor.stillWaits(key).catch(() => true) : true;
    if (!waits || this.stopped) return;
    if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else this.makeReady(key);
  }

  private forgetLater(key: string): void {
    clearTimeout(this.later.get(key));
    this.later.delete(key);
  }

  private start(): void {
    while (this.inWork < this.reactor.concurrency && this.ready.size > 0) {
      const keys = this.next();
      for (const key of keys) {
        this.ready.delete(key);
        this.running.add(key);
      }
      this.inWork += 1;
      void this.work(keys);
    }
  }

  /** The next keys to take together; one that failed before is taken alone, so that it holds up no neighbour. */
  private next(): string[] {
    const keys: string[] = [];
    for (const key of this.ready) {
      if (keys.length === this.reactor.batch) break;
      if (!this.failures.has(key)) keys.push(key);
      else if (keys.length === 0) return [key];
    }
    return keys;
  }

  private async work(keys: readonly string[]): Promise<void> {
    const begunAt = performance.now();
    try {
      const { again, made = [] } = await this.reactor.react(keys, this.hooks.wake);
      this.tell(begunAt, false);
      for (const key of keys) this.failures.delete(key);
      for (const change of made) this.hooks.onMade(change);
      this.finish(keys, again);
    } catch (error) {
      this.tell(begunAt, true);
      this.finish(
        keys,
        keys.map((key) => ({ key, inMs: this.failed(key, error) })),
      );
    }
  }

  private tell(begunAt: number, failed: boolean): void {
    reacted.tell({ reactor: this.reactor.name, tookMs: performance.now() - begunAt, failed });
  }

  private finish(keys: readonly string[], again: Reaction['again']): void {
    this.inWork -= 1;
    for (const key of keys) this.running.delete(key);
    if (this.stopped) {
      if (this.inWork === 0) for (const resolve of this.idle.splice(0)) resolve();
      return;
    }
    for (const { key, inMs } of again) this.wakeIn(key, inMs);
    for (const key of keys) if (this.wokenWhileRunning.delete(key) && !this.failures.has(key)) this.makeReady(key);
    this.start();
  }

  private failed(key: string, error: unknown): number {
    const failures = (this.failures.get(key) ?? 0) + 1;
    this.failures.set(key, failures);
    this.hooks.onFailure(this.reactor.name, key, error, failures);
    if (failures === QUARANTINED_AFTER) {
      this.reactor.quarantine?.(key, error).catch((cause: unknown) => {
        this.hooks.onFailure(this.reactor.name, key, cause, failures);
      });
    }
    return Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
  }
}
