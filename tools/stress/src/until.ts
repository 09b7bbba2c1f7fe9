import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until it is so; throws with what was waited for when it takes too long. */
export async function until(what: string, limitMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`waiting for ${what} took longer than ${limitMs / 1000} s`);
    await pause(LOOK_AGAIN_MS);
  }
}

const LOOK_AGAIN_MS = 250;
