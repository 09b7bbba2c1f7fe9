import { DateTime } from 'luxon';
import type { LocalCalendar } from './rules';

/**
 * The first moment at or after `moment` at which people work there. A calendar in which nobody ever works, or a
 * moment that is none, gives `moment` back.
 */
export function nextWorkingMoment(moment: Date, calendar: LocalCalendar): Date {
  const local = DateTime.fromJSDate(moment, { zone: calendar.timeZone });
  for (let days = 0; days <= mostDaysOff(calendar); days++) {
    const day = workOf(local.plus({ days }), calendar);
    if (day && moment < day.to) return moment < day.from ? day.from : moment;
  }
  return moment;
}

export function isWorkingMoment(moment: Date, calendar: LocalCalendar): boolean {
  const day = workOf(DateTime.fromJSDate(moment, { zone: calendar.timeZone }), calendar);
  return day !== null && day.from <= moment && moment < day.to;
}

/** The start of work on the working day that is `days` calendar days away or the first after it. */
export function workingDayAfter(moment: Date, days: number, calendar: LocalCalendar): Date {
  const day = DateTime.fromJSDate(moment, { zone: calendar.timeZone }).plus({ days }).startOf('day');
  return nextWorkingMoment(day.toJSDate(), calendar);
}

export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}

/** When work begins and ends on the local day of `local`; null when nobody works on it. */
export function workOf(local: DateTime, calendar: LocalCalendar): { readonly from: Date; readonly to: Date } | null {
  const day = local.toISODate();
  if (day === null || local.weekday > 5 || calendar.holidays.includes(day)) return null;
  const from = atTime(local, calendar.workingHours.from);
  const to = atTime(local, calendar.workingHours.to);
  return from < to ? { from, to } : null;
}

/** Even if every holiday falls on a working day, one is left among so many days. */
function mostDaysOff({ holidays }: LocalCalendar): number {
  return 2 * holidays.length + 7;
}

function atTime(day: DateTime, hhmm: string): Date {
  const [hour, minute] = hhmm.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 }).toJSDate();
}
