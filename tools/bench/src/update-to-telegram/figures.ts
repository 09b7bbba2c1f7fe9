import { overFloorOf, type OverFloor } from '../figures/over-floor';

/** What was measured; times in milliseconds. */
export interface Samples {
  readonly burst: Burst;
  /** From the end of the gathering to the answer handed over, one value for each question. */
  readonly answeredMs: readonly number[];
  readonly floorMs: readonly number[];
}

/** Many chats at once, under Telegram's limits. */
export interface Burst {
  readonly chats: number;
  /** From the first Start to the last opening handed over. */
  readonly tookMs: number;
  /** Calls that Telegram refused with 429. */
  readonly refused: number;
}

/** The figures of one run; times in milliseconds. */
export interface Figures extends Burst, OverFloor {
  /** The least time the limit of 30 messages a second leaves. */
  readonly leastMs: number;
}

export const MOST_OVER_FLOOR = 3;

export function figuresOf({ burst, answeredMs, floorMs }: Samples, perSecond: number): Figures {
  return {
    ...burst,
    // The first second's messages may leave at its very beginning.
    leastMs: ((burst.chats - perSecond) / perSecond) * 1000,
    ...overFloorOf(answeredMs, floorMs),
  };
}
