/** A pipeline in which each hop waits for the next look of a poll. */
export interface PollingModel {
  readonly hops: readonly string[];
  readonly intervalMs: number;
}

/** The first generation with rules in place of a model; a model would have added two hops more. */
export const FIRST_GENERATION: PollingModel = {
  hops: ['stored message → brain', 'written answer → sender'],
  intervalMs: 5_000,
};

/** The median time of such a pipeline: a uniform wait at each hop, whose sum is symmetric, and the work itself. */
export function medianUnderPolling({ hops, intervalMs }: PollingModel, workMs: number): number {
  return (hops.length * intervalMs) / 2 + workMs;
}
