/** The moment a Date header names (RFC 5322), or undefined when it names none; a missing zone is read as UTC. */
export function parseDateHeader(value: string): Date | undefined {
  const match = DATE.exec(value.replace(/\s+/g, ' '));
  const month = MONTHS.indexOf(match?.[2]?.toLowerCase() ?? '');
  if (!match || month < 0) return undefined;

  const [, day, , year, hour, minute, second, zone] = match;
  const moment = Date.UTC(
    fullYear(Number(year)),
    month,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  );
  return new Date(moment - offsetMinutes(zone ?? '') * 60_000);
}

const DATE = /(\d{1,2}) ([a-z]{3})[a-z]* (\d{2,4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([+-]\d{4}|[a-z]{1,5}))?/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ZONES: ReadonlyMap<string, number> = new Map([
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
]);

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function offsetMinutes(zone: string): number {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (!numeric) return ZONES.get(zone.toUpperCase()) ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return numeric[1] === '-' ? -minutes : minutes;
}
