import { percentile } from './percentile';
import { ms, times, type Bound, type Row } from './report-lines';

/** A time beside the least it could be, measured in the same run; in milliseconds. */
export interface OverFloor {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly floorP50Ms: number;
  /** How many times the floor the median is. */
  readonly overFloor: number;
}

export function overFloorOf(measuredMs: readonly number[], floorMs: readonly number[]): OverFloor {
  const p50Ms = percentile(measuredMs, 0.5);
  const floorP50Ms = percentile(floorMs, 0.5);
  return {
    count: measuredMs.length,
    p50Ms,
    p99Ms: percentile(measuredMs, 0.99),
    floorP50Ms,
    overFloor: p50Ms / floorP50Ms,
  };
}

/** `what` names what was counted. */
export function overFloorRows(
  { count, p50Ms, p99Ms, floorP50Ms, overFloor }: OverFloor,
  what: string,
  most: Bound,
): Row[] {
  return [
    [`${what} measured, one after another`, String(count)],
    ['p50', ms(p50Ms)],
    ['p99', ms(p99Ms)],
    ['floor p50 (measured)', ms(floorP50Ms)],
    ['over the floor', times(overFloor, most)],
  ];
}
