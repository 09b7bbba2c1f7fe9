import { DateTime, Duration } from 'luxon';
import { Mistake } from '../command-line/mistake.error';

/** A local moment, such as `2026-12-01` or `2026-12-01T10:00`; throws a `Mistake` when there is no such moment. */
export function readMoment(text: string, timeZone: string): Date {
  const moment = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: timeZone });
  if (!moment.isValid) throw new Mistake(`"${text}" is no moment; write it like 2026-12-01 or 2026-12-01T10:00.`);
  return moment.toJSDate();
}

/** A length of time, such as `3 days` or `90 minutes`; throws a `Mistake` for anything else. */
export function readDuration(text: string): Duration {
  const [, count, unit] = /^\s*(\d{1,4})\s*(minute|hour|day|week|month)s?\s*$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) {
    throw new Mistake(`"${text}" is no length of time; write it like 3 days, 2 hours or 90 minutes.`);
  }
  return Duration.fromObject({ [unit]: Number(count) });
}
