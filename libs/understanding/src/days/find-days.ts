import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import { NAMED_HOLIDAYS, SOME_HOLIDAYS } from './holidays';
import { EXACT_DAYS, RELATIVE_DAYS } from './named-days';
import { NAMED_PERIODS } from './named-periods';
import type { Period } from './period';
import { exactly, workingDayFrom } from './period';
import { WEEKDAY_OF_MONTH } from './weekday-of-month';

/** A day, or a stretch of days, named in a text. */
export interface FoundDay {
  /** The day on which to come back; absent when it has passed, does not exist or lies more than 18 months ahead. */
  readonly day?: DateTime;
  /** The first working day when all of what was named is over. */
  readonly over?: DateTime;
  /** The last day of what was named, where `day` is a day of it. */
  readonly last?: DateTime;
  readonly index: number;
  readonly length: number;
}

/** The more exact an expression, the earlier it stands; "after the new year holidays" must not be read as a year. */
const EXPRESSIONS = [
  WEEKDAY_OF_MONTH,
  ...EXACT_DAYS,
  ...NAMED_HOLIDAYS,
  ...NAMED_PERIODS,
  ...RELATIVE_DAYS,
  ...SOME_HOLIDAYS,
];

const FARTHEST = { months: 18 };
/** How far back the word stands that says whether a day itself is meant, or what comes after it. */
const LEAD = 40;
const AFTER =
  /(?<!\p{L})(?:после|позже|позднее|after|later than|past|following|по окончани[ию]|по завершении)\s{1,2}(?:the\s|окончания\s|завершения\s)?$/u;
const UNTIL = /(?<!\p{L})(?:до|until|till|til|through|before|по)\s{1,2}(?:the\s|самого\s|at least\s)?$/u;
/** "Towards the new year" comes before the holidays, which are no days to write on. */
const TOWARDS = /(?<!\p{L})(?:ближе ко?|поближе ко?|closer to|towards?|just before|ahead of)\s{1,2}(?:the\s)?$/u;
const TOWARDS_DAYS = 10;
const LONG_AGO =
  /(?<!\p{L})(?:еще|прошл\p{L}{2,3}|позапрошл\p{L}{2,3}|last|since|back|in the past|с самого)\s(?:с\s|в\s|во\s|in\s)?$/u;
const NOT_BEFORE =
  /(?<!\p{L})(?:no|not?|n't)\s(?:\p{L}{1,12}\s){0,4}(?:earlier|sooner|before)(?:\sthan)?\s(?:the\s)?$/u;

/** Finds the days named in normalised text, the most exact first; `today` is a midnight in the contact's zone. */
export function findDays(plain: string, today: DateTime, language: Language): readonly FoundDay[] {
  const found: FoundDay[] = [];
  const past: FoundDay[] = [];
  for (const { pattern, period } of EXPRESSIONS) {
    for (const match of plain.matchAll(pattern)) {
      const place = { index: match.index, length: match[0].length };
      if ([...found, ...past].some((other) => overlap(place, other))) continue;
      if (LONG_AGO.test(plain.slice(Math.max(0, place.index - LEAD), place.index))) {
        past.push(place);
        continue;
      }
      const named = period(match.groups ?? {}, today, language);
      found.push(named ? { ...place, ...toComeBack(named, plain.slice(0, place.index), today, language) } : place);
    }
  }
  return found.length + past.length > 0 ? found : findByChrono(plain, today, language);
}

function overlap(one: FoundDay, other: FoundDay): boolean {
  return one.index < other.index + other.length && other.index < one.index + one.length;
}

function toComeBack(
  period: Period,
  before: string,
  today: DateTime,
  language: Language,
): Pick<FoundDay, 'day' | 'over' | 'last'> {
  const isSensible = (day: DateTime): boolean => day > today && day <= today.plus(FARTHEST);
  const day = pickDay(period, before.slice(-LEAD), today, language);
  const over = workingDayFrom(period.to.plus({ days: 1 }), language);
  const isWithin = day >= period.from && day <= period.to;
  return {
    ...(isSensible(day) ? { day } : {}),
    ...(isSensible(over) ? { over } : {}),
    ...(isSensible(day) && isWithin ? { last: period.to } : {}),
  };
}

function pickDay(period: Period, lead: string, today: DateTime, language: Language): DateTime {
  const afterIt = workingDayFrom(period.to.plus({ days: 1 }), language);
  if (AFTER.test(lead)) return afterIt;
  // "Until January" ends where January begins, "until the end of the week" when the week is over.
  const isShort = period.to.diff(period.from, 'days').days < 21 && period.to > today;
  if (UNTIL.test(lead) && !NOT_BEFORE.test(lead) && isShort) return period.until ?? afterIt;
  if (TOWARDS.test(lead) && period.best > period.to) {
    return workingDayFrom(period.from.minus({ days: TOWARDS_DAYS }), language);
  }
  if (period.best > today || period.to <= today) return period.best;
  const soonest = workingDayFrom(today.plus({ days: 1 }), language);
  return soonest > period.to ? period.to : soonest;
}

function findByChrono(plain: string, today: DateTime, language: Language): readonly FoundDay[] {
  const reader = language === 'ru' ? chrono.ru : chrono.en;
  const reference = { instant: today.plus({ hours: 12 }).toJSDate(), timezone: today.offset };
  return reader
    .parse(plain, reference, { forwardDate: true })
    .filter(({ start }) => start.isCertain('day') || start.isCertain('month') || start.isCertain('weekday'))
    .flatMap(({ start, index, text }) => {
      const named = { year: start.get('year') ?? 0, month: start.get('month') ?? 0, day: start.get('day') ?? 0 };
      const date = DateTime.fromObject(named, { zone: today.zone });
      // "Now" and "today" are dates to chrono, and no days to come back on.
      if (!date.isValid || date <= today) return [];
      return [{ index, length: text.length, ...toComeBack(exactly(date), plain.slice(0, index), today, language) }];
    });
}
