import { CONNECTIONS } from './account.transport';

/** The way out of one account, as this process knows it: what is under way, and whether it rests after a failure. */
export class AccountLine {
  private underWay = 0;
  private sending = 0;
  private readonly claimed = new Set<Waiter>();
  private readonly waiting = new Set<Waiter>();
  private failures = 0;
  private refusals = 0;
  private restUntil = 0;
  private flowsUntil = 0;

  /** Takes up to `wanted` connections, at least one: as many as are free, or become so in a moment. */
  async take(wanted: number): Promise<number> {
    await this.someFree();
    // Letters that leave together are claimed together, and that costs a fraction.
    await this.enoughFree(Math.min(wanted, CONNECTIONS), GATHER_MS);
    await this.someFree();
    const taken = Math.min(wanted, this.free());
    this.underWay += taken;
    return taken;
  }

  give(connections: number): void {
    this.underWay -= connections;
    for (const waiter of this.waiting) if (waiter.wants <= this.free()) waiter.resume();
  }

  /**
   * Waits for the connection that a claimed letter leaves by; `end` gives it back. False when none becomes free within
   * half a second: a stop may have come since the claim, so the letter must be claimed anew.
   */
  begin(): Promise<boolean> {
    if (this.sending === CONNECTIONS) return waitIn(this.claimed, 1, CLAIMED_AT_MOST_MS);
    this.sending += 1;
    return Promise.resolve(true);
  }

  end(): void {
    const [next] = this.claimed;
    if (next) next.resume();
    else this.sending -= 1;
  }

  /** How long nothing should be tried; 0 when the line is fine. Milliseconds of this process's own time. */
  restMs(): number {
    return Math.max(0, Math.ceil(this.restUntil - performance.now()));
  }

  /** No letter gets through now. Says whether that is news. */
  failed(): 'news' | 'known' {
    // Letters that failed together are one failure.
    if (this.restMs() > 0) return 'known';
    this.restUntil = performance.now() + (REST_MS[this.failures] ?? LONGEST_REST_MS);
    this.failures += 1;
    return this.failures === 1 ? 'news' : 'known';
  }

  /** The server refused the login. Says whether it has done so often enough to believe it. */
  refused(): 'for-good' | 'perhaps' {
    if (this.restMs() > 0) return 'perhaps';
    this.failed();
    this.refusals += 1;
    return this.refusals >= BELIEVED_AFTER ? 'for-good' : 'perhaps';
  }

  /** A letter got through. Says whether that is news. */
  works(): 'news' | 'known' {
    const isNews = this.failures > 0;
    this.beginAnew();
    this.flowsUntil = performance.now() + FLOWS_MS;
    return isNews ? 'news' : 'known';
  }

  /** While letters get through, as many more are claimed as are under way: a connection then finds its next one ready. */
  private free(): number {
    const most = performance.now() < this.flowsUntil ? 2 * CONNECTIONS : CONNECTIONS;
    return Math.max(0, Math.min(CONNECTIONS, most - this.underWay));
  }

  /** The operator mends what was wrong: what comes after that does not rest for what was before. */
  beginAnew(): void {
    this.failures = 0;
    this.refusals = 0;
    this.restUntil = 0;
  }

  private async someFree(): Promise<void> {
    while (this.free() === 0) await this.enoughFree(1);
  }

  private async enoughFree(wants: number, withinMs?: number): Promise<void> {
    if (this.free() < wants) await waitIn(this.waiting, wants, withinMs);
  }
}

interface Waiter {
  readonly wants: number;
  readonly resume: () => void;
}

/** Whether it was resumed before `withinMs` had passed. */
function waitIn(waiters: Set<Waiter>, wants: number, withinMs?: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isResumed: boolean): void => {
      clearTimeout(tooLate);
      waiters.delete(waiter);
      resolve(isResumed);
    };
    const waiter: Waiter = {
      wants,
      resume: () => {
        end(true);
      },
    };
    const tooLate = withinMs === undefined ? undefined : setTimeout(end, withinMs, false);
    waiters.add(waiter);
  });
}

/** Servers refuse a right password too, while their own directory is away. */
const BELIEVED_AFTER = 3;
const GATHER_MS = 20;
const CLAIMED_AT_MOST_MS = 500;
const FLOWS_MS = 500;
const REST_MS = [5_000, 15_000, 60_000] as const;
const LONGEST_REST_MS = 5 * 60_000;
