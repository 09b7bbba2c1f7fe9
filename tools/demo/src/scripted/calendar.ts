import { DateTime } from 'luxon';

export const ZONE = 'Europe/Moscow';

/** When a scripted conversation begins: on a Monday, a week before the day it is put off to. */
export const BEGINS_AT = at('2026-11-23T10:00');

/** A moment by the clocks of Moscow, as in 2026-12-01T09:00. */
export function at(local: string): Date {
  return DateTime.fromISO(local, { zone: ZONE }).toJSDate();
}
