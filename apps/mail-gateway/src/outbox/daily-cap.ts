import { DateTime } from 'luxon';
import type { LocalCalendar } from '@app/domain/rules';
import { nextWorkingMoment } from '@app/domain/working-time';

/** The local day that `now` is on, `YYYY-MM-DD`: caps are counted by it. */
export function localDay(window: LocalCalendar, now: Date): string {
  return DateTime.fromJSDate(now, { zone: window.timeZone }).toFormat('yyyy-MM-dd');
}

/**
 * How many letters of a day's cap may have left by `now`: the share of the working hours that has elapsed, so that
 * the first may leave when they begin. None on a day nobody works, nor before the hours begin.
 */
export function allowedBy(cap: number, window: LocalCalendar, now: Date): number {
  const hours = workingHours(window, now);
  if (hours === null || now.getTime() < hours.from) return 0;
  // The millisecond that runs has elapsed too.
  const elapsed = Math.min(now.getTime() - hours.from + 1, hours.to - hours.from);
  return Math.ceil((cap * elapsed) / (hours.to - hours.from));
}

/** When `more` letters beyond those allowed by `now` are allowed; on later days what today has no room for. */
export function nextAllowedAt(cap: number, window: LocalCalendar, now: Date, more: number): Date {
  const today = workingHours(window, now);
  const nth = allowedBy(cap, window, now) + more;
  if (today !== null && nth <= cap) return momentOf(nth, cap, today);
  return onLaterDays(cap, window, now, today === null ? nth : nth - cap);
}

/** Working hours of one day, `to` excluded, in milliseconds since the epoch. */
interface Hours {
  readonly from: number;
  readonly to: number;
}

function onLaterDays(cap: number, window: LocalCalendar, now: Date, nth: number): Date {
  const next = nextWorkingMoment(dayAfter(window, now), window);
  const hours = workingHours(window, next);
  // A cap of nothing is looked at again each day: it may have been raised.
  if (hours === null || cap < 1) return next;
  return nth <= cap ? momentOf(nth, cap, hours) : onLaterDays(cap, window, next, nth - cap);
}

function momentOf(nth: number, cap: number, { from, to }: Hours): Date {
  return new Date(from + Math.floor(((nth - 1) * (to - from)) / cap));
}

/** The working hours of the local day that `now` is on; null when nobody works then. */
function workingHours(window: LocalCalendar, now: Date): Hours | null {
  const day = DateTime.fromJSDate(now, { zone: window.timeZone }).startOf('day');
  const from = nextWorkingMoment(day.toJSDate(), window);
  if (localDay(window, from) !== localDay(window, now)) return null;
  const [hour, minute] = window.workingHours.to.split(':').map(Number);
  return { from: from.getTime(), to: day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toMillis() };
}

function dayAfter(window: LocalCalendar, now: Date): Date {
  return DateTime.fromJSDate(now, { zone: window.timeZone }).plus({ days: 1 }).startOf('day').toJSDate();
}
