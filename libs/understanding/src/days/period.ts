import type { DateTime } from 'luxon';
import type { Calendar } from './calendar';

/** A stretch of days somebody named, both ends included, and the day in it on which to come back. */
export interface Period {
  readonly from: DateTime;
  readonly to: DateTime;
  readonly best: DateTime;
  /** When who is busy "until" it is free: where that is not the day after `to`, as with the middle of a month. */
  readonly until?: DateTime;
}

/** One day, named exactly; it is taken as it is, also when it is a Sunday. */
export function exactly(day: DateTime): Period {
  return { from: day, to: day, best: day };
}

/** The stretch from `from` to `to`; the day to come back is the first working one from `wanted` (or `from`) on. */
export function between(from: DateTime, to: DateTime, calendar: Calendar, wanted: DateTime = from): Period {
  const best = workingDayFrom(wanted, calendar);
  return { from, to, best: best > to ? wanted : best };
}

/** The first day from `day` on that is neither a weekend nor a day off; nobody anywhere works on the first of January. */
export function workingDayFrom(day: DateTime, { daysOff }: Pick<Calendar, 'daysOff'>): DateTime {
  let working = day;
  while (working.weekday > 5 || working.ordinal === 1 || daysOff.includes(working.toISODate() ?? '')) {
    working = working.plus({ days: 1 });
  }
  return working;
}
