import type { DateTime } from 'luxon';
import type { Calendar } from './days/calendar';
import { findDays } from './days/find-days';
import { type FoundHours, findHours } from './days/find-hours';
import { mostFitting } from './fit-day';
import { blankPlace } from './readable-text';

/** The time a sentence names: a meeting may begin from `from` on and before `to`. */
export interface WishedPeriod {
  readonly from: DateTime;
  readonly to: DateTime;
  readonly namesHours: boolean;
}

const TODAY = /(?<!\p{L})(?:сегодня|today|tonight)(?!\p{L})/u;

/** Finds the day a sentence names, and the hours of it; `undefined` when it names no day, or all of it has passed. */
export function findWishedPeriod(plain: string, calendar: Calendar): WishedPeriod | undefined {
  const hours = findHours(plain);
  const beside = hours && findDay(blankPlace(plain, hours), calendar);
  if (hours && beside) return stretch(beside, hours, calendar);
  const day = findDay(plain, calendar);
  return day && stretch(day, undefined, calendar);
}

interface Days {
  readonly first: DateTime;
  readonly last: DateTime;
}

function findDay(plain: string, calendar: Calendar): Days | undefined {
  if (TODAY.test(plain)) return { first: calendar.today, last: calendar.today };
  const found = mostFitting(findDays(plain, calendar), plain);
  return found?.day && { first: found.day, last: found.last ?? found.day };
}

/** Hours are those of one day: "after 14:00 next week" is any day of it, which only the first day can stand for. */
function stretch({ first, last }: Days, hours: FoundHours | undefined, { now }: Calendar): WishedPeriod | undefined {
  const from = hours ? atMinute(first, hours.from) : first;
  const to = hours ? atMinute(first, hours.to) : last.plus({ days: 1 }).startOf('day');
  return to > now && to > from ? { from: from > now ? from : now, to, namesHours: hours !== undefined } : undefined;
}

/** By the clock on the wall, also on the day it is put forward. */
function atMinute(day: DateTime, minute: number): DateTime {
  return minute >= 24 * 60
    ? day.plus({ days: 1 }).startOf('day')
    : day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}
