import type { MessageUnderstood } from './event';
import type { Want } from './want';
import { daysAfter, nextWorkingMoment, workingDayAfter } from './working-time';

/** Who asks us to come back later than this has hardly meant the year. */
const LATEST_IN_DAYS = 366;

/**
 * The start of work on the day we are asked to come back; the product's default when none was named, it is past or
 * more than a year away. Null when nobody asked.
 */
export function reminderDay(wants: readonly Want[], { at, rules }: MessageUnderstood): Date | null {
  const postponement = wants.map(({ intent }) => intent).findLast((intent) => intent.type === 'postpone');
  if (!postponement) return null;
  const { until } = postponement;
  if (until && until > at && until <= daysAfter(at, LATEST_IN_DAYS)) return nextWorkingMoment(until, rules);
  return workingDayAfter(at, rules.postponeByDefaultDays, rules);
}
