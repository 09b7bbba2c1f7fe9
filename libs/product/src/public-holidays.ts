import type Holidays from 'date-holidays';
import { DateTime } from 'luxon';

/** The public holidays of a country (`DE`), of a part of it (`DE-BY`) or of none (''), as `YYYY-MM-DD`. */
export function publicHolidays(country: string, year: number): readonly string[] {
  if (country === '') return [];
  const key = `${country} ${year}`;
  const known = CACHE.get(key);
  if (known) return known;

  const calendar = new (loadCalendar())(country, { types: ['public'] });
  const days = calendar.getHolidays(year).flatMap(({ date, start, end }) => daysOf(date, start, end));
  CACHE.set(key, days);
  return days;
}

/** Whether the public holidays of this country, or of this part of one, are known. */
export function isKnownCountry(code: string): boolean {
  const [country = '', state, region, ...rest] = code.split('-');
  if (rest.length > 0) return false;
  const calendar = new (loadCalendar())();
  const has = (names: object | undefined, name: string): boolean => Object.hasOwn(names ?? {}, name);
  return (
    has(calendar.getCountries(), country) &&
    (state === undefined || has(calendar.getStates(country), state)) &&
    (region === undefined || has(calendar.getRegions(country, state ?? ''), region))
  );
}

const CACHE = new Map<string, readonly string[]>();

/** The world's holidays take 0.2 s to load, and most processes never ask for them. */
function loadCalendar(): typeof Holidays {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would make every caller wait
  return require('date-holidays') as typeof Holidays;
}

/** A holiday may last several days; `date` is local to the country, and so is each of them. */
function daysOf(date: string, start: Date, end: Date): readonly string[] {
  const first = DateTime.fromISO(date.slice(0, 'YYYY-MM-DD'.length), { zone: 'utc' });
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: count }, (_, index) => first.plus({ days: index }).toISODate() ?? '');
}
