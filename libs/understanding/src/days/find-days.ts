import type { DateTime } from 'luxon';
import { scriptOf } from '../script';
import type { Calendar } from './calendar';
import { NAMED_HOLIDAYS, SOME_HOLIDAYS } from './holidays';
import { EXACT_DAYS, RELATIVE_DAYS } from './named-days';
import { NAMED_PERIODS } from './named-periods';
import type { Period } from './period';
import { workingDayFrom } from './period';
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
}

/** The more exact an expression, the earlier it stands; "after the new year holidays" must not be read as a year. */
const EXPRESSIONS = [
  WEEKDAY_OF_MONTH,
  ...EXACT_DAYS,
  ...NAMED_HOLIDAYS,
  IN_SOME_TIME,
  ...NAMED_PERIODS,
  ...RELATIVE_DAYS,
  ...SOME_HOLIDAYS,
  ...WAITING_TIMES,
];

const FARTHEST = { months: 18 };
/** How far back the word stands that says whether a day itself is meant, or what comes after it. */
const LEAD = 40;
const AFTER =
  /(?<!\p{L})(?:после того,? как|после|позже|позднее|after|later than|past|following|по окончани[ию]|по завершении)\s{1,2}(?:the\s|окончания\s|завершения\s)?$/u;
/** "Once Q4 is closed", "когда квартал закончится". */
const OVER =
  /^(?: ?'s| is| are| has| have| will be| уже| у нас)?\s{1,2}(?:over|closed|done|finished|behind us|passed|wrapped|wraps up|ends|passes|закончит\p{L}{0,3}|кончит\p{L}{0,3}|закончат\p{L}{0,3}|пройдет|пройдут|закро\p{L}{1,5}|позади|завершит\p{L}{0,3})(?!\p{L})/u;
const UNTIL = /(?<!\p{L})(?:до|until|till|til|'til|before)\s{1,2}(?:the\s|самого\s|at least\s)?$/u;
const THROUGH = /(?<!\p{L})(?:through|thru|по|включительно до)\s{1,2}(?:the\s|самое\s)?$/u;
/** "We open on Saturday, write after that." */
const AFTER_THAT =
  /^[^.!?]{0,40}(?<!\p{L})(?:after (?:that|this|it|which)|afterwards|после (?:этого|него|нее|чего))(?![\p{L}'])/u;
/** "Towards the new year" comes before the holidays, which are no days to write on. */
const TOWARDS = /(?<!\p{L})(?:ближе ко?|поближе ко?|closer to|towards?|just before|ahead of)\s{1,2}(?:the\s)?$/u;
const TOWARDS_DAYS = 10;
const LONG_AGO =
  /(?<!\p{L})(?:еще|прошл\p{L}{2,3}|позапрошл\p{L}{2,3}|last|since|way back|in the past|с самого)\s(?:с\s|в\s|во\s|in\s)?$/u;
/** "Not in December", "no time this year": when it is over, then. */
const NOT_THEN =
  /(?<!\p{L})(?:не (?:во?|на)|нет \p{L}{3,12} (?:во?|на)|not(?: in| for| during| at)?|no (?:time|meetings?|budget|money|decisions?)(?: in| for| at)?|don't (?:write|call|contact|email|mail)(?: me| us)?(?: in| during| at)?)\s$/u;
const NOT_BEFORE =
  /(?<!\p{L})(?:no|not?|n't)\s(?:\p{L}{1,12}\s){0,4}(?:earlier|sooner|before)(?:\sthan)?\s(?:the\s)?$/u;

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
  const found: FoundDay[] = [];
  const past: FoundDay[] = [];
  const script = scriptOf(plain);
  for (const { name, patterns, period } of EXPRESSIONS) {
    const pattern = patterns[script];
    if (!pattern) continue;
    for (const match of plain.matchAll(pattern)) {
      const place = { index: match.index, length: match[0].length };
      if (name === 'weekday' && found.some((other) => isBeside(plain, place, other))) continue;
      if ([...found, ...past].some((other) => overlap(place, other))) continue;
      if (LONG_AGO.test(plain.slice(Math.max(0, place.index - LEAD), place.index))) {
        past.push(place);
        continue;
      }
      const named = period(match.groups ?? {}, calendar);
      found.push(named ? { ...place, ...toComeBack(named, around(plain, place), calendar) } : place);
    }
  }
  return found;
}

/** "On Monday, 30 November" names one day. */
function isBeside(plain: string, weekday: Place, other: Place): boolean {
  return /^[\s,(]{1,3}$/.test(plain.slice(weekday.index + weekday.length, other.index));
}

function overlap(one: Place, other: Place): boolean {
  return one.index < other.index + other.length && other.index < one.index + one.length;
}

function toComeBack(period: Period, words: Around, calendar: Calendar): Pick<FoundDay, 'day' | 'over' | 'last'> {
  const { today } = calendar;
  const isSensible = (day: DateTime): boolean => day > today && day <= today.plus(FARTHEST);
  const day = pickDay(period, words, calendar);
  const over = workingDayFrom(period.to.plus({ days: 1 }), calendar);
  const isWithin = day >= period.from && day <= period.to;
  return {
    ...(isSensible(day) ? { day } : {}),
    ...(isSensible(over) ? { over } : {}),
    ...(isSensible(day) && isWithin ? { last: period.to } : {}),
  };
}

/** What stands before a day that was named, and behind it. */
interface Around {
  readonly lead: string;
  readonly tail: string;
}

function around(plain: string, { index, length }: Place): Around {
  const end = index + length;
  return { lead: plain.slice(Math.max(0, index - LEAD), index), tail: plain.slice(end, end + LEAD) };
}

function pickDay(period: Period, { lead, tail }: Around, calendar: Calendar): DateTime {
  const { today } = calendar;
  const afterIt = workingDayFrom(period.to.plus({ days: 1 }), calendar);
  if (AFTER.test(lead) || OVER.test(tail) || THROUGH.test(lead) || NOT_THEN.test(lead) || AFTER_THAT.test(tail))
    return afterIt;
  // "Until January" ends where January begins, "until the end of the week" when the week is over.
  const isShort = period.to.diff(period.from, 'days').days < 21 && period.to > today;
  if (UNTIL.test(lead) && !NOT_BEFORE.test(lead) && isShort) {
    // Who is away until the 26th may be written to on the 26th.
    return period.until ?? (period.from < period.to ? afterIt : workingDayFrom(period.to, calendar));
  }
  if (TOWARDS.test(lead) && period.best > period.to) {
    return workingDayFrom(period.from.minus({ days: TOWARDS_DAYS }), calendar);
  }
  if (period.best > today || period.to <= today) return period.best;
  const soonest = workingDayFrom(today.plus({ days: 1 }), calendar);
  return soonest > period.to ? period.to : soonest;
}
