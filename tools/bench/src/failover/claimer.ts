import { setTimeout as pause } from 'node:timers/promises';

/** A queue with one idle worker, on a replica set whose primary is about to die. */
export interface Claimer {
  readonly name: string;
  /** Asks for one job; rejects while there is no primary. */
  ask(): Promise<void>;
  /** When the handler of the next job begins. */
  nextClaim(): Promise<number>;
  close(): Promise<void>;
}

/** Those who ask do not wait for a dead primary for half a minute, as the driver would: they ask again. */
export const ASKING_OPTIONS = { serverSelectionTimeoutMS: 2_000, socketTimeoutMS: 3_000 } as const;

/** Does it again and again until the set takes it; when it had. */
export async function untilTaken(write: () => Promise<unknown>): Promise<number> {
  const giveUpAt = performance.now() + LIMIT_MS;
  for (;;) {
    try {
      await write();
      return performance.now();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await pause(AGAIN_MS);
    }
  }
}

const AGAIN_MS = 10;
const LIMIT_MS = 60_000;
