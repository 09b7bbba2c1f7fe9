import { setTimeout as pause } from 'node:timers/promises';
import { CONNECTIONS } from './account.transport';

/** The way out of one account, as this process knows it: its free connections, and whether it rests after a failure. */
export class AccountLine {
  private free = CONNECTIONS;
  private readonly waiting: (() => void)[] = [];
  private failures = 0;
  private restUntil = 0;

  /** Takes up to `wanted` connections, at least one: as many as are free, or become so in a moment. */
  async take(wanted: number): Promise<number> {
    await this.someFree();
    if (this.free < Math.min(wanted, CONNECTIONS)) {
      // Letters that leave together are claimed together, and that costs a fraction.
      await pause(GATHER_MS);
      await this.someFree();
    }
    const taken = Math.min(wanted, this.free);
    this.free -= taken;
    return taken;
  }

  give(connections: number): void {
    this.free += connections;
    for (const resume of this.waiting.splice(0, this.free)) resume();
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

  /** A letter got through. Says whether that is news. */
  works(): 'news' | 'known' {
    const isNews = this.failures > 0;
    this.failures = 0;
    this.restUntil = 0;
    return isNews ? 'news' : 'known';
  }

  private async someFree(): Promise<void> {
    while (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

const GATHER_MS = 20;
const REST_MS = [5_000, 15_000, 60_000] as const;
const LONGEST_REST_MS = 5 * 60_000;
