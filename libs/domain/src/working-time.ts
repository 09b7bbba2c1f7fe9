import { DateTime } from 'luxon';
import type { Rules } from './rules';

type LocalTime = Pick<Rules, 'timeZone' | 'workingHours'>;

/** The first moment at or after `moment` that lies in working hours, Monday to Friday, where the contact is. */
export function nextWorkingMoment(moment: Date, rules: LocalTime): Date {
  const local = DateTime.fromJSDate(moment, { zone: rules.timeZone });
  const from = atTime(local, rules.workingHours.from);
  const to = atTime(local, rules.workingHours.to);
  if (!isWorkingDay(local) || local >= to) {
    return nextWorkingMoment(atTime(local.plus({ days: 1 }), rules.workingHours.from).toJSDate(), rules);
  }
  return local < from ? from.toJSDate() : moment;
}

/** The start of work on the working day that is `days` calendar days away or the first after it. */
export function workingDayAfter(moment: Date, days: number, rules: LocalTime): Date {
  const day = DateTime.fromJSDate(moment, { zone: rules.timeZone }).plus({ days }).startOf('day');
  return nextWorkingMoment(day.toJSDate(), rules);
}

export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}

function isWorkingDay(local: DateTime): boolean {
  return local.weekday <= 5;
}

function atTime(day: DateTime, hhmm: string): DateTime {
  const [hour, minute] = hhmm.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 });
}
