import { DateTime } from 'luxon';
import { Mistake } from '../command-line/mistake.error';

/** The end of a day on the operator's wall clock, from `YYYY-MM-DD`; throws a `Mistake` when there is no such day. */
export function endOfDay(option: string, given: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? DateTime.fromISO(given) : null;
  if (!day?.isValid) throw new Mistake(`${option} must be a day like 2026-12-01, not "${given}".`);
  return day.plus({ days: 1 }).toJSDate();
}
