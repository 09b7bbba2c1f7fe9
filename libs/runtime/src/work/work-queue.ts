import type { Change } from '@app/persistence/feed/change';
import { Lanes, type Lane } from './lanes';
import { reacted } from './reacted';
import type { Reaction, Reactor, Wake } from './reactor';

/** How long another instance's share is left to it before we take it. */
const FOREIGN_AFTER_MS = 250;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 60_000;
/** After this many failures in a row the operator is shown the key; it is tried on, ever more rarely. */
const QUARANTINED_AFTER = 8;

/** So many of what a look found are taken up at a time: of a backlog the process holds a page, not all of it. */
export const MOST_FOUND = 1_000;
/** Beyond this what changes tell of is left to a later look. */
const MOST_TOLD = 10_000;
/** From here on what the others found waits: most of it would only end up here. */
const PRESSED_FROM = 100;

export interface QueueHooks {
  isOwn(key: string): boolean;
  onMade(change: Change): void;
  readonly wake: Wake;
  onFailure(reactor: string, key: string, error: unknown, failures: number): void;
  /** There is room again for what was left out. */
  onRoom(): void;
  /** Whether another queue has so much to do that what this one found waits; `onEased` of that queue ends it. */
  isHeldUp(): boolean;
  onEased(): void;
}

/**
 * The keys of one reactor inside one process: each at most once in work. A key that is woken while it is in work is
 * looked at once more afterwards, so that no wake-up is lost to a lease.
 */
export class WorkQueue {
  private readonly ready = new Lanes();
  private readonly running = new Set<string>();
  private readonly wokenWhileRunning = new Set<string>();
  private readonly later = new Map<string, NodeJS.Timeout>();
  /** Of what is found, what is left to others for a moment. */
  private readonly foundElsewhere = new Set<string>();
  private readonly failures = new Map<string, number>();
  private inWork = 0;
  private stopped = false;
  private leftOut = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly reactor: Reactor,
    private readonly hooks: QueueHooks,
  ) {}

  /** Whether more waits than was taken up; the reader of the documents knows it, and nobody has missed it. */
  get isBehind(): boolean {
    return this.leftOut;
  }

  isPressed(): boolean {
    return this.ready.sizeOf('told') > PRESSED_FROM;
  }

  /** A change says that something waits for this key. */
  wake(key: string): void {
    if (this.stopped) return;
    if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else if (this.ready.sizeOf('told') >= MOST_TOLD) this.leftOut = true;
    else if (this.hooks.isOwn(key)) this.makeReady(key, 'told');
    else if (!this.ready.has(key)) this.wakeIn(key, FOREIGN_AFTER_MS, 'told', true);
  }

  /** The same for what this process itself made wait, whosever share it is: it need not be told to the others first. */
  take(key: string): void {
    if (this.stopped) return;
    if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else this.makeReady(key, 'told');
  }

  /** A look at everything found this key. False when there is no room: the look is to be repeated on `onRoom`. */
  find(key: string): boolean {
    if (this.stopped) return false;
    if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else if (!this.has(key) && this.found >= MOST_FOUND) {
      this.leftOut = true;
      return false;
    } else if (this.hooks.isOwn(key)) this.makeReady(key, 'found');
    else if (!this.ready.has(key)) this.wakeIn(key, FOREIGN_AFTER_MS, 'found', true);
    return true;
  }

  /** Whether this process has the key in hand, be it waiting, in work or put off. */
  has(key: string): boolean {
    return this.ready.has(key) || this.running.has(key) || this.later.has(key);
  }

  /** Goes on with what it held back for another queue. */
  goOn(): void {
    if (!this.stopped) this.start();
  }

  /** Takes nothing new and waits for what is in work. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const timeout of this.later.values()) clearTimeout(timeout);
    this.later.clear();
    this.ready.clear();
    if (this.inWork > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private get found(): number {
    return this.ready.sizeOf('found') + this.foundElsewhere.size;
  }

  private makeReady(key: string, lane: Lane): void {
    this.forgetLater(key);
    this.ready.add(key, lane);
    this.start();
  }

  private wakeIn(key: string, ms: number, lane: Lane, isForeign = false): void {
    if (this.later.has(key)) return;
    const timeout = setTimeout(() => {
      this.forgetLater(key);
      void this.comeBack(key, lane, isForeign);
    }, ms);
    this.later.set(key, timeout);
    if (lane === 'found') this.foundElsewhere.add(key);
  }

  private async comeBack(key: string, lane: Lane, isForeign: boolean): Promise<void> {
    // Not knowing is a reason to try.
    const waits = isForeign && this.reactor.stillWaits ? await this.reactor.stillWaits(key).catch(() => true) : true;
    if (this.stopped) return;
    if (!waits) this.tellOfRoom();
    else if (this.running.has(key)) this.wokenWhileRunning.add(key);
    else this.makeReady(key, lane);
  }

  private forgetLater(key: string): void {
    clearTimeout(this.later.get(key));
    this.later.delete(key);
    this.foundElsewhere.delete(key);
  }

  private start(): void {
    const wasPressed = this.isPressed();
    while (this.inWork < this.reactor.concurrency) {
      const keys = this.next();
      if (keys.length === 0) break;
      for (const key of keys) this.running.add(key);
      this.inWork += 1;
      void this.work(keys);
    }
    if (wasPressed && !this.isPressed()) this.hooks.onEased();
    this.tellOfRoom();
  }

  /** The next keys to take together; one that failed before is taken alone, so that it holds up no neighbour. */
  private next(): string[] {
    return this.ready.take(this.reactor.batch, (key) => this.failures.has(key), this.hooks.isHeldUp());
  }

  private tellOfRoom(): void {
    if (!this.leftOut || this.found > MOST_FOUND / 2) return;
    this.leftOut = false;
    this.hooks.onRoom();
  }

  private async work(keys: readonly string[]): Promise<void> {
    const begunAt = performance.now();
    const isWoken = (): boolean => keys.some((key) => this.wokenWhileRunning.has(key));
    try {
      const { again, made = [] } = await this.reactor.react(keys, { wake: this.hooks.wake, isWoken });
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
    for (const { key, inMs } of again) this.wakeIn(key, inMs, 'told');
    for (const key of keys)
      if (this.wokenWhileRunning.delete(key) && !this.failures.has(key)) this.makeReady(key, 'told');
    this.start();
  }

  private failed(key: string, error: unknown): number {
    const failures = (this.failures.get(key) ?? 0) + 1;
    this.failures.set(key, failures);
    this.hooks.onFailure(this.reactor.name, key, error, failures);
    // Not only once: the database may be what fails.
    if (failures >= QUARANTINED_AFTER) {
      this.reactor.quarantine?.(key, error).catch((cause: unknown) => {
        this.hooks.onFailure(this.reactor.name, key, cause, failures);
      });
    }
    return Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
  }
}
