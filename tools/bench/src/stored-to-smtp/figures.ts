import { percentile } from '../figures/percentile';
import { FIRST_GENERATION, medianUnderPolling } from './polling-model';

/** What was measured, in milliseconds, one value for each message. */
export interface Samples {
  readonly storedToSmtpMs: readonly number[];
  readonly floorMs: readonly number[];
}

/** The figures of one run; times in milliseconds. */
export interface Figures {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly floorP50Ms: number;
  readonly pollingP50Ms: number;
  /** How many times the floor it is. */
  readonly overFloor: number;
  /** How many times it is faster than polling. */
  readonly underPolling: number;
}

export const MOST_OVER_FLOOR = 2.5;
export const LEAST_UNDER_POLLING = 250;

export function figuresOf({ storedToSmtpMs, floorMs }: Samples): Figures {
  const p50Ms = percentile(storedToSmtpMs, 0.5);
  const floorP50Ms = percentile(floorMs, 0.5);
  const pollingP50Ms = medianUnderPolling(FIRST_GENERATION, floorP50Ms);
  return {
    count: storedToSmtpMs.length,
    p50Ms,
    p99Ms: percentile(storedToSmtpMs, 0.99),
    floorP50Ms,
    pollingP50Ms,
    overFloor: p50Ms / floorP50Ms,
    underPolling: pollingP50Ms / p50Ms,
  };
}
