import { overFloorOf, type OverFloor } from '../figures/over-floor';
import { FIRST_GENERATION, medianUnderPolling } from './polling-model';

/** What was measured, in milliseconds, one value for each message. */
export interface Samples {
  readonly storedToSmtpMs: readonly number[];
  readonly floorMs: readonly number[];
}

/** The figures of one run; times in milliseconds. */
export interface Figures extends OverFloor {
  readonly pollingP50Ms: number;
  /** How many times it is faster than polling. */
  readonly underPolling: number;
}

export const MOST_OVER_FLOOR = 2.5;
export const LEAST_UNDER_POLLING = 250;

export function figuresOf({ storedToSmtpMs, floorMs }: Samples): Figures {
  const overFloor = overFloorOf(storedToSmtpMs, floorMs);
  const pollingP50Ms = medianUnderPolling(FIRST_GENERATION, overFloor.floorP50Ms);
  return { ...overFloor, pollingP50Ms, underPolling: pollingP50Ms / overFloor.p50Ms };
}
