import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import type { Product } from './product';
import { publicHolidays } from './public-holidays';

type Holidays = Product['settings']['holidays'];

/** The farthest day a conversation is put off to, and the days off that may follow it. */
const DAYS_AHEAD = 400;

/** The days nobody works on from the day of `now` on, `YYYY-MM-DD` in order: public holidays and closed days. */
export function daysOffFrom(holidays: Holidays, now: Date, timeZone: string): readonly string[] {
  const first = DateTime.fromJSDate(now, { zone: timeZone });
  const from = first.toISODate() ?? '';
  const known = FOUND.get(holidays);
  if (known?.from === from) return known.days;
  const days = findDaysOff(holidays, first, from);
  FOUND.set(holidays, { from, days });
  return days;
}

/** Found once a day for a product as it was loaded: a contact waits for every turn. */
const FOUND = new WeakMap<Holidays, { readonly from: string; readonly days: readonly string[] }>();

function findDaysOff({ country, closed }: Holidays, first: DateTime, from: string): readonly string[] {
  const end = first.plus({ days: DAYS_AHEAD });
  const last = end.toISODate() ?? '';
  const years = Array.from({ length: end.year - first.year + 1 }, (_, index) => first.year + index);
  const days = [...closed, ...years.flatMap((year) => publicHolidays(country, year))];
  return [...new Set(days)].filter((day) => day >= from && day <= last).sort();
}

const USUAL: Readonly<Record<Language, Holidays>> = {
  ru: { country: 'RU', closed: [] },
  en: { country: 'GB', closed: [] },
};

/** The same where no product says in which country it is sold: by the language somebody writes in. */
export function usualDaysOff(language: Language, now: Date, timeZone: string): readonly string[] {
  return daysOffFrom(USUAL[language], now, timeZone);
}
