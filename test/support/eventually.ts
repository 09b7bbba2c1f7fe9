import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until there is an answer other than null; throws after `withinMs` with what was waited for. Asks more rarely the
 * longer it takes, since most of what takes long is another process that wants the same two cores.
 */
export async function eventually<T>(what: string, ask: () => Promise<T | null>, withinMs = 20_000): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    const waitedMs = performance.now() - begun;
    if (waitedMs > withinMs) throw new Error(`Waited ${String(withinMs)} ms in vain for ${what}.`);
    await sleep(Math.min(Math.max(waitedMs / 20, 10), 100));
  }
}
