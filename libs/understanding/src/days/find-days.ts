import type { DateTime } from 'luxon';
import { scriptOf } from '../script';
import type { Calendar } from './calendar';
import type { Groups } from './day-expression';
import { ENDS_OF_PERIODS } from './ends-of-periods';
import { NAMED_HOLIDAYS, SOME_HOLIDAYS } from './holidays';
import { EXACT_DAYS, RELATIVE_DAYS } from './named-days';
import { NAMED_PERIODS } from './named-periods';
import type { Period } from './period';
import { workingDayFrom } from './period';
import { type Around, around, comesBefore, hasToPass, pickDay } from './pick-day';
import { IN_SOME_TIME, WAITING_TIMES } from './waiting-times';
import { WEEKDAY_OF_MONTH } from './weekday-of-month';

interface Place {
  readonly index: number;
  readonly length: number;
}

/** A day, or a stretch of days, named in a text. */
export interface FoundDay extends Place {
  /** The day on which to come back; absent when it has passed, does not exist or lies more than 18 months ahead. */
  readonly day?: DateTime;
  /** The first working day when all of what was named is over. */
  readonly over?: DateTime;
  /** The last day of what was named, where `day` is a day of it. */
  readonly last?: DateTime;
  /** Whether `day` is the one when it is over, because the words say so. */
  readonly hasToPass?: boolean;
}

/** The more exact an expression, the earlier it stands; "after the new year holidays" must not be read as a year. */
const EXPRESSIONS = [
  WEEKDAY_OF_MONTH,
  ...ENDS_OF_PERIODS,
  ...EXACT_DAYS,
  ...NAMED_HOLIDAYS,
  IN_SOME_TIME,
  ...NAMED_PERIODS,
  ...RELATIVE_DAYS,
  ...SOME_HOLIDAYS,
  ...WAITING_TIMES,
];

const FARTHEST = { months: 18 };
const LONG_AGO =
  /(?<!\p{L})(?:еще|прошл\p{L}{2,3}|позапрошл\p{L}{2,3}|last|since|way back|in the past|с самого)\s(?:с\s|в\s|во\s|in\s)?$/u;

/** Finds the days named in normalised text, the most exact first. */
export function findDays(plain: string, calendar: Calendar): readonly FoundDay[] {
  const known = FOUND.get(calendar) ?? new Map<string, readonly FoundDay[]>();
  FOUND.set(calendar, known);
  const found = known.get(plain) ?? lookForDays(plain, calendar);
  known.set(plain, found);
  return found;
}

/** Every part of a reading asks for the days of the same few sentences. */
const FOUND = new WeakMap<Calendar, Map<string, readonly FoundDay[]>>();

function lookForDays(plain: string, calendar: Calendar): readonly FoundDay[] {
  const found: (FoundDay & { readonly named?: Period })[] = [];
  const past: FoundDay[] = [];
  const script = scriptOf(plain);
  for (const { name, patterns, period } of EXPRESSIONS) {
    const pattern = patterns[script];
    if (!pattern) continue;
    for (const match of plain.matchAll(pattern)) {
      const place = { index: match.index, length: match[0].length };
      if (name === 'weekday' && found.some((other) => isBeside(plain, place, other))) continue;
      if ([...found, ...past].some((other) => overlap(place, other))) continue;
      const words = around(plain, place);
      if (LONG_AGO.test(words.lead)) {
        past.push(place);
        continue;
      }
      const groups: Groups = match.groups ?? {};
      const named = period(groups, calendar, name === 'day-of-some-month' ? lastBefore(place, found) : undefined);
      found.push(
        named ? { ...place, ...(comesBefore(words) ? {} : { named }), ...toComeBack(named, words, calendar) } : place,
      );
    }
  }
  return found;
}

/** What was named last before a place. */
function lastBefore({ index }: Place, found: readonly (Place & { readonly named?: Period })[]): Period | undefined {
  const before = found.filter((other) => other.named && other.index < index);
  return before.sort((one, other) => other.index - one.index)[0]?.named;
}

/** "On Monday, 30 November" names one day. */
function isBeside(plain: string, weekday: Place, other: Place): boolean {
  return /^[\s,(]{1,3}$/.test(plain.slice(weekday.index + weekday.length, other.index));
}

function overlap(one: Place, other: Place): boolean {
  return one.index < other.index + other.length && other.index < one.index + one.length;
}

function toComeBack(
  period: Period,
  words: Around,
  calendar: Calendar,
): Pick<FoundDay, 'day' | 'over' | 'last' | 'hasToPass'> {
  const { today } = calendar;
  const isSensible = (day: DateTime): boolean => day > today && day <= today.plus(FARTHEST);
  const day = pickDay(period, words, calendar);
  const over = workingDayFrom(period.to.plus({ days: 1 }), calendar);
  const isWithin = day >= period.from && day <= period.to;
  return {
    ...(isSensible(day) ? { day } : {}),
    ...(isSensible(over) ? { over } : {}),
    ...(isSensible(day) && isWithin ? { last: period.to } : {}),
    hasToPass: hasToPass(words),
  };
}
