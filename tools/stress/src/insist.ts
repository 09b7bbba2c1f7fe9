import { setTimeout as pause } from 'node:timers/promises';

/** Does it again until the database takes it, which may be without a primary for a while; it has to bear being done twice. */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + LIMIT_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await pause(AGAIN_MS);
    }
  }
}

const AGAIN_MS = 200;
const LIMIT_MS = 60_000;
