import { parseArgs } from 'node:util';

export interface Choices {
  /** How long things go wrong; may be a part of one. */
  readonly minutes: number;
  readonly seed: number;
}

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { minutes: option, seed: option }, strict: true });
  const minutes = Number(values.minutes ?? 1);
  if (!(minutes > 0 && minutes <= MOST_MINUTES)) throw new Error(`--minutes takes a number up to ${MOST_MINUTES}.`);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed takes a whole number.');
  return { minutes, seed };
}

/** A day. */
const MOST_MINUTES = 1_440;
