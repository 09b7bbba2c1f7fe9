import { setTimeout as pause } from 'node:timers/promises';
import { COLLECTIONS } from '@app/persistence/collections';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import type { JobQueue } from '@app/persistence/jobs/job-queue';
import { RESPONSE } from './a-job';

/** A host that waits for its feed, and claims one job when that says there is one, or may be one. */
export interface IdleHost {
  /** When the handler of the next job begins. */
  nextJob(): Promise<number>;
  stop(): Promise<void>;
}

const AGAIN_MS = 100;

/** Resolves when it has looked at all that waits, and follows. */
export async function startIdleHost(uri: string, database: string, queue: JobQueue): Promise<IdleHost> {
  let handled = (_at: number): void => undefined;
  const stop = new AbortController();
  const feed = new ChangeFeed(uri, database, {
    by: 'collection',
    collections: [COLLECTIONS.llmJobs],
    waking: { [COLLECTIONS.llmJobs]: { pendingAt: 'any' } },
  });
  const workOnce = async (): Promise<void> => {
    const [job] = await queue.claim('bench', 1);
    if (!job) return;
    handled(performance.now());
    await queue.settle([{ job, response: RESPONSE }]);
  };
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        await workOnce();
        return;
      } catch {
        // There is no primary at the moment.
        await pause(AGAIN_MS);
      }
    }
  };
  let isDrained = (): void => undefined;
  const drained = new Promise<void>((resolve) => (isDrained = resolve));
  const follower = {
    async drain() {
      await work();
      isDrained();
    },
    election: () => queue.election(),
    wake: () => void work(),
  };
  const following = feed.follow(follower, stop.signal);
  await drained;
  return {
    nextJob: () => new Promise((resolve) => (handled = resolve)),
    async stop() {
      stop.abort();
      await following;
    },
  };
}
