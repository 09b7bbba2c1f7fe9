import { EventEmitter, once } from 'node:events';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Database } from '@app/persistence/database';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import type { DemoSettings } from './service-environment';

/** Says when to look at the database again, so that nothing is asked for on and on. */
export class DatabaseNews {
  private readonly news = new EventEmitter().setMaxListeners(0);

  /** `ending` ends every wait. */
  constructor(private readonly ending: AbortSignal) {}

  /** Follows the changes until the signal aborts. */
  async follow({ mongodbUri, mongodbDatabase }: DemoSettings, db: Database, signal: AbortSignal): Promise<void> {
    const collections = Object.values(COLLECTIONS).filter((name) => name !== 'products');
    const feed = new ChangeFeed(mongodbUri, mongodbDatabase, { by: 'database', collections });
    const tell = (): void => {
      this.news.emit('change');
    };
    const drain = (): Promise<void> => {
      tell();
      return Promise.resolve();
    };
    const follower = { drain, election: () => db.election(), wake: tell };
    await feed.follow(follower, signal);
  }

  /** Waits until there is an answer other than null; throws with what was waited for, or with why the demo ends. */
  async until<T>(what: string, ask: () => Promise<T | null>, withinMs = PATIENCE_MS): Promise<T> {
    const signal = AbortSignal.any([this.ending, AbortSignal.timeout(withinMs)]);
    for (;;) {
      const change = once(this.news, 'change', { signal }).catch(() => undefined);
      const answer = await ask();
      if (answer !== null) return answer;
      await change;
      this.ending.throwIfAborted();
      if (signal.aborted) throw new NothingCame(what, withinMs);
    }
  }
}

/** As long as anything takes that waits for nobody. */
export const PATIENCE_MS = 20_000;

/** What a demo waited for did not happen. */
export class NothingCame extends Error {
  readonly code = 'NOTHING_CAME';
  constructor(what: string, withinMs: number) {
    super(`Waited ${String(withinMs / 1000)} s in vain for ${what}.`);
  }
}
