/** A day of the calendar that a text names. */
export interface NamedDay {
  /** YYYY-MM-DD. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
  /** "January 12 – 19", of which `iso` is the last. */
  readonly isRange: boolean;
}

/**
 * The days named in a lower-case text, in its order: "20 января 2026 г.", "January 20", "20.01.", "2026-01-20".
 * One without a year is the next after `sent`; without `sent` it is left out.
 */
export function findDays(text: string, sent: Date | undefined): readonly NamedDay[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const iso = isoOf(match.groups ?? {}, sent);
    if (iso === undefined) return [];
    return [
      { iso, start: match.index, end: match.index + match[0].length, isRange: match.groups?.['to'] !== undefined },
    ];
  });
}

/** The next weekday or tomorrow named within a few words behind a pattern, else before it: "back on Monday". */
export function weekdayBeside(text: string, pattern: RegExp, sent: Date | undefined): string | undefined {
  const found = sent && pattern.exec(text);
  if (!found) return undefined;

  const end = found.index + found[0].length;
  return (
    nextWeekday(text.slice(found.index, end + NEAR), sent) ??
    nextWeekday(text.slice(Math.max(0, found.index - NEAR), end), sent)
  );
}

const NEAR = 30;

function nextWeekday(words: string, sent: Date): string | undefined {
  if (/(?<!\p{L})(?:завтра|tomorrow|morgen|demain|mañana|jutro)(?!\p{L})/u.test(words)) return isoAfter(sent, 1);
  const weekday = WEEKDAYS.findIndex((each) => each.test(words));
  return weekday < 0 ? undefined : isoAfter(sent, ((weekday - sent.getUTCDay() + 6) % 7) + 1);
}

const MONTHS: readonly string[] = [
  'январ[ьяе]|янв|january|jan|januar|janvier|janv|enero|ene|січня|stycznia',
  'феврал[ьяе]|фев|february|feb|februar|février|févr|febrero|лютого|lutego',
  'март[ае]?|мар|march|mar|märz|mars|marzo|березня|marca',
  'апрел[ьяе]|апр|april|apr|avril|abril|квітня|kwietnia',
  'ма[йяе]|may|mai|mayo|травня|maja',
  'июн[ьяе]|june|jun|juni|juin|junio|червня|czerwca',
  'июл[ьяе]|july|jul|juli|juillet|julio|липня|lipca',
  'август[ае]?|авг|august|aug|août|agosto|серпня|sierpnia',
  'сентябр[ьяе]|сент?|september|sept|sep|septembre|septiembre|вересня|września',
  'октябр[ьяе]|окт|october|oct|oktober|okt|octobre|octubre|жовтня|października',
  'ноябр[ьяе]|ноя|нояб|november|nov|novembre|noviembre|листопада|listopada',
  'декабр[ьяе]|дек|december|dec|dezember|dez|décembre|déc|diciembre|грудня|grudnia',
];

const MONTH = MONTHS.join('|');
const YEAR = '(?:(?:,| de)? ?(?<!\\d)(?<YEAR>20\\d\\d)(?!\\d))?';
const MONTH_OF = MONTHS.map((names) => new RegExp(`^(?:${names})$`, 'u'));

const DAY = new RegExp(
  [
    `(?<![\\d.])(?<isoYear>20\\d\\d)-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)(?!\\d)`,
    `(?<![\\d.])(?<day>\\d{1,2})(?:st|nd|rd|th|er|-?го|-?[ео]?е|\\.)?(?: (?:of|de))? (?<month>${MONTH})(?!\\p{L})\\.?${YEAR.replace('YEAR', 'year')}`,
    `(?<!\\p{L})(?<usMonth>${MONTH})\\.? (?<usDay>\\d{1,2})(?:st|nd|rd|th)?(?: ?[-–—] ?(?<to>\\d{1,2})(?:st|nd|rd|th)?)?(?![\\d:.]\\d)(?!\\d)${YEAR.replace('YEAR', 'usYear')}`,
    `(?<![\\d.])(?<numericDay>\\d{1,2})\\.(?<numericMonth>\\d{1,2})(?:\\.(?<numericYear>(?:20)?\\d\\d)?)?(?![\\d:])`,
    `(?<![\\d.:])(?<bareDay>\\d{1,2})(?:-?го|-?[ео]?е|st|nd|rd|th)(?!\\p{L})`,
    `(?<![\\d/])(?<slashOne>\\d{1,2})/(?<slashTwo>\\d{1,2})(?:/(?<slashYear>(?:20)?\\d\\d))?(?![\\d/])`,
  ].join('|'),
  'gu',
);

const WEEKDAYS: readonly RegExp[] = [
  /воскресень|sunday|sonntag|dimanche|domingo|(?<!\p{L})неділ|niedziel/u,
  /понедельник|monday|montag|lundi|lunes|понеділ|poniedzia/,
  /вторник|tuesday|dienstag|mardi|martes|вівтор|wtor/,
  /(?<!\p{L})сред[уы]|wednesday|mittwoch|mercredi|miércoles|(?<!\p{L})серед[уи]|środ/u,
  /четверг|thursday|donnerstag|jeudi|jueves|четвер|czwart/,
  /пятниц|friday|freitag|vendredi|viernes|п['’]ятниц|piąt/,
  /суббот|saturday|samstag|samedi|sábado|субот|sobot/,
];

type Groups = Readonly<Record<string, string | undefined>>;

function isoOf(found: Groups, sent: Date | undefined): string | undefined {
  const { isoYear, isoMonth, isoDay, day, month, year, usDay, usMonth, usYear, to } = found;
  if (isoYear !== undefined) return dayOf(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (month !== undefined) return withYear(year, monthNumber(month), Number(day), sent);
  if (usMonth !== undefined) return withYear(usYear, monthNumber(usMonth), Number(to ?? usDay), sent);

  const { numericDay, numericMonth, numericYear, slashOne, slashTwo, slashYear } = found;
  if (numericDay !== undefined) return withYear(numericYear, Number(numericMonth), Number(numericDay), sent);
  const { bareDay } = found;
  if (bareDay !== undefined) return nextSuchDay(Number(bareDay), sent);
  return slashed(slashYear, Number(slashOne), Number(slashTwo), sent);
}

/** "the 9th" without a month is the next one. */
function nextSuchDay(day: number, sent: Date | undefined): string | undefined {
  if (!sent) return undefined;
  const [year, month] = [sent.getUTCFullYear(), sent.getUTCMonth() + 1];
  const inThisMonth = dayOf(year, month, day);
  return inThisMonth !== undefined && inThisMonth >= isoAfter(sent, 0) ? inThisMonth : dayOf(year, month + 1, day);
}

/**
 * "1/20/2026" is American. "12/07" could be both; most of the world puts the day first, unless that would be far off and
 * the American day is near.
 */
function slashed(year: string | undefined, one: number, two: number, sent: Date | undefined): string | undefined {
  const dayFirst = withYear(year, two, one, sent);
  const american = withYear(year, one, two, sent);
  if (dayFirst === undefined || !sent) return dayFirst ?? american;
  const isNear = (day: string | undefined) =>
    day !== undefined && day >= isoAfter(sent, -LONGEST_AGO) && day <= isoAfter(sent, LONGEST_AGO);
  return !isNear(dayFirst) && isNear(american) ? american : dayFirst;
}

function monthNumber(name: string): number {
  return MONTH_OF.findIndex((month) => month.test(name)) + 1;
}

function withYear(year: string | undefined, month: number, day: number, sent: Date | undefined): string | undefined {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  if (!sent) return undefined;
  const thisYear = dayOf(sent.getUTCFullYear(), month, day);
  if (thisYear === undefined || thisYear >= isoAfter(sent, -LONGEST_AGO)) return thisYear;
  return dayOf(sent.getUTCFullYear() + 1, month, day);
}

/** A note may be a little out of date; what lies further back is meant of the next year. */
const LONGEST_AGO = 60;

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === (month - 1) % 12 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

function isoAfter(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
