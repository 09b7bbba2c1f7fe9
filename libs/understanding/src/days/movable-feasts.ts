import { DateTime } from 'luxon';
import type { Calendar } from './calendar';

/** Thanksgiving in the United States. */
export function fourthThursday(year: number): DateTime {
  const first = DateTime.utc(year, 11, 1);
  return first.plus({ days: ((11 - first.weekday) % 7) + 21 });
}

/** By Gauss: the Western Easter for English, the Orthodox one for Russian (its Julian date, 13 days later until 2099). */
export function easterSunday(year: number, { language }: Pick<Calendar, 'language'>): DateTime {
  const julian = language === 'ru';
  const [m, n] = julian ? [15, 6] : [24, 5];
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  const late = d + e > 34 || (!julian && ((d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10)));
  return DateTime.utc(year, 3, 22).plus({ days: d + e - (late && !julian ? 7 : 0) + (julian ? 13 : 0) });
}
