import { DateTime } from 'luxon';
import { Mistake } from '../command-line/mistake.error';

/** A day of the calendar, `YYYY-MM-DD`; throws a `Mistake` when there is no such day. */
export function calendarDay(option: string, given: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && DateTime.fromISO(given).isValid;
  if (!isDay) throw new Mistake(`${option} must be a day like 2026-12-01, not "${given}".`);
  return given;
}

/** The end of a day on the operator's wall clock; throws as above. */
export function endOfDay(option: string, given: string): Date {
  return DateTime.fromISO(calendarDay(option, given)).plus({ days: 1 }).toJSDate();
}
