import type { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';

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
export function between(from: DateTime, to: DateTime, language: Language, wanted: DateTime = from): Period {
  const best = workingDayFrom(wanted, language);
  return { from, to, best: best > to ? wanted : best };
}

/** The first day from `day` on that is neither a weekend nor one of the New Year holidays. */
export function workingDayFrom(day: DateTime, language: Language): DateTime {
  const lastHoliday = language === 'ru' ? 8 : 1;
  const rested = day.month === 1 && day.day <= lastHoliday ? day.set({ day: lastHoliday + 1 }) : day;
  return rested.weekday > 5 ? rested.plus({ days: 8 - rested.weekday }) : rested;
}
