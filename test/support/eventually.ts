import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until there is an answer other than null; throws after `withinMs` with what was waited for. */
export async function eventually<T>(what: string, ask: () => Promise<T | null>, withinMs = 10_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${String(withinMs)} ms in vain for ${what}.`);
    await sleep(10);
  }
}
