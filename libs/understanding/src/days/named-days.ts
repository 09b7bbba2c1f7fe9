import { DateTime } from 'luxon';
import { MONTH, toMonth, toWeekday, WEEKDAY } from './calendar-words';
import type { Calendar } from './calendar';
import type { DayExpression, Groups } from './day-expression';
import { expression } from './day-expression';
import { ORDINAL, ORDINAL_OF_DAY, toOrdinal } from './numbers';
import type { Period } from './period';
import { LETTERS } from '../phrase';
import { exactly } from './period';

/** A day said this long ago without its year is a mistake, not a wish for next year. */
const STALE_DAYS = 31;
const DAY = `[0-9]{1,2}|${ORDINAL}`;
const DAY_ENDING = '(-?(го|ого|е|ое|му|ому|st|nd|rd|th))?';
const YEAR = '( (?<year>20[0-9]{2}))?( г| года)?';

/** "Monday week" is the Monday after the coming one. */
const WEEKDAY_WEEK = expression(
  'weekday-week',
  [
    `(?<weekday>${WEEKDAY}) week(?! [a-z])`,
    `a week (on|from) (?<weekday>${WEEKDAY})`,
    `(?<weekday>${WEEKDAY}) через неделю`,
    `через неделю (в |во )?(?<weekday>${WEEKDAY})`,
    `(?<weekday>${WEEKDAY}) (только )?не эт(от|у|о) а (следующ|друг)(ий|ую|ое)`,
    `not this (?<weekday>${WEEKDAY}) (but )?(the )?(next|one after)`,
  ],
  ({ weekday }, { today }) => exactly(comingWeekday(weekday, today).plus({ weeks: 1 })),
);

/** Expressions that name one day of the calendar beyond doubt. */
export const EXACT_DAYS: readonly DayExpression[] = [
  expression('iso', ['(?<year>20[0-9]{2})[-./](?<month>[0-9]{1,2})[-./](?<day>[0-9]{1,2})'], dayOfMonth),
  expression(
    'day-and-month',
    [
      `((?<first>[0-9]{1,2}) ?(-|по|и|или|to) ?)?(?<day>${DAY})${DAY_ENDING} (of |числа )?(?<month>${MONTH})${YEAR}`,
      `(?<month>${MONTH}) (the )?(?<day>${DAY})${DAY_ENDING}(?!:|[0-9]| (г|года|году)(?![${LETTERS}]))${YEAR}`,
    ],
    dayOfMonth,
  ),
  expression(
    'numeric',
    [
      // The last day of "23.11-4.12".
      '(?<![0-9.,:/-])([0-9]{1,2}[.][0-9]{1,2} ?- ?)(?<day>[0-9]{1,2})[.](?<month>[0-9]{2})([.](?<year>20[0-9]{2}|[0-9]{2}))?(?![./:,-]?[0-9])',
      '(?<![0-9.,:/-])(?<day>[0-9]{1,2})[./](?<month>[0-9])[./](?<year>20[0-9]{2}|2[0-9])(?![./:,-]?[0-9])',
      '(?<![0-9.,:/-])(?<day>[0-9]{1,2})[./](?<month>[0-9]{2})([./](?<year>20[0-9]{2}|[0-9]{2}))?(?![./:,-]?[0-9])',
    ],
    dayOfMonth,
  ),
  expression(
    'slashed',
    // "1/2" is a half.
    ['(?<![0-9.,:/-])(?!24/7)(?<one>[0-9]{2})/(?<other>[1-9])(?![./:,-]?[0-9])'],
    ({ one, other }, calendar) =>
      sooner(dayOfMonth({ day: one, month: other }, calendar), dayOfMonth({ day: other, month: one }, calendar)),
  ),
  expression(
    'weekday-of-next-week',
    [
      `(следующ(ей|ую) недел(е|ю|и)|next week) ((в|во|on) )?(?<weekday>${WEEKDAY})`,
      `(?<weekday>${WEEKDAY}) (на )?(следующей недел(е|и)|of next week|next week)`,
    ],
    ({ weekday }, { today }) => exactly(today.startOf('week').plus({ days: 6 + toWeekday(weekday ?? '') })),
  ),
  WEEKDAY_WEEK,
];

/** Expressions that name a day as seen from today; a longer expression may contain one of them. */
export const RELATIVE_DAYS: readonly DayExpression[] = [
  expression(
    'relative-day',
    ['(?<word>послезавтра|завтра|day after tomorrow|tomorrow|tmrw|tmr)'],
    ({ word }, { today }) => exactly(today.plus({ days: word === 'послезавтра' || word?.startsWith('day') ? 2 : 1 })),
  ),
  expression(
    'day-of-some-month',
    [
      `(?<day>${DAY})${DAY_ENDING} числ(а|о|у|ом)`,
      `числа (с |со |к |до |после )?(?<day>${DAY})`,
      `(${WEEKDAY}) (?<day>${ORDINAL})(?! [0-9${LETTERS}])`,
      `(?<=(?:после|до|раньше|позже|вернусь|с|со|к) )(?<day>${ORDINAL})(?!\\s[0-9${LETTERS}])`,
      `(?<day>${ORDINAL_OF_DAY})(?!\\s[0-9${LETTERS}])`,
      `^(давайте |лучше )*(?<day>первого|второго|третьего)(?!\\s[0-9${LETTERS}])`,
      '(?<![0-9.,:/-])(?<day>[0-9]{1,2})(-(го|ого|е|му)|го)',
      `(?<=(?:после|к|с|до|раньше) )(?<day>[0-9]{1,2})-?(го|ого|му|е)?(?! ?[0-9${LETTERS}%:])`,
      `(?<=(?:on|after|by|from|until|till|before|around) )the (?<day>${DAY})(st|nd|rd|th)?`,
      '(the )?(?<day>[0-9]{1,2})(st|nd|rd|th)',
    ],
    ({ day }, { today }, before) => comingDay(toOrdinal(day ?? ''), today, before),
  ),
  expression(
    'weekday',
    [
      `(?<next>следующ(ий|ую|ее|ей|ем|его)|ближайш(ий|ую|ее)|next|coming|this|эт(от|у|о)) (?<weekday>${WEEKDAY})`,
      `(?<weekday>${WEEKDAY})`,
    ],
    ({ next, weekday }, { today }) => {
      const inNextWeek = /^(?:следующ|next)/u.test(next ?? '');
      if (!inNextWeek) return exactly(comingWeekday(weekday, today));
      return exactly(today.startOf('week').plus({ days: 6 + toWeekday(weekday ?? '') }));
    },
  ),
];

function comingWeekday(name: string | undefined, today: DateTime): DateTime {
  return today.plus({ days: ((toWeekday(name ?? '') - today.weekday + 6) % 7) + 1 });
}

function dayOfMonth(groups: Groups, { today }: Calendar): Period | undefined {
  const [month, day] = inOrder(
    toMonth(groups['month'] ?? '') || Number(groups['month']),
    toOrdinal(groups['day'] ?? ''),
  );
  if (day === undefined) return undefined;
  const written = groups['year'];
  if (written !== undefined)
    return real(Number(written.length === 2 ? `20${written}` : written), month, day, groups, today);
  const thisYear = real(today.year, month, day, groups, today);
  if (thisYear !== undefined && thisYear.to >= today.minus({ days: STALE_DAYS })) return thisYear;
  return real(today.year + 1, month, day, groups, today);
}

/** "12/3" is in December to some, in March to others: people name the one that comes sooner. */
function sooner(one: Period | undefined, other: Period | undefined): Period | undefined {
  return one && other ? (one.from < other.from ? one : other) : (one ?? other);
}

/** "12/15" can only be the fifteenth of December. */
function inOrder(month: number, day: number | undefined): readonly [month: number, day: number | undefined] {
  return month > 12 && day !== undefined && day <= 12 ? [day, month] : [month, day];
}

/** A stretch longer than this says nothing of the month of a day named after it. */
const LONGEST_FOR_A_DAY = 31;

/** "The middle of February is busy, after the 20th then" is in February. */
function comingDay(day: number | undefined, today: DateTime, before: Period | undefined): Period | undefined {
  if (day === undefined) return undefined;
  const isNear = before !== undefined && before.to.diff(before.from, 'days').days <= LONGEST_FOR_A_DAY;
  const from = isNear && before.from > today ? before.from : today.plus({ days: 1 });
  const month = day >= from.day ? from : from.startOf('month').plus({ months: 1 });
  return real(month.year, month.month, day, {}, today);
}

/** The day, or the days from the `first` to it; nothing for 31 February. */
function real(year: number, month: number, day: number, { first }: Groups, today: DateTime): Period | undefined {
  const to = DateTime.fromObject({ year, month, day }, { zone: today.zone });
  if (!to.isValid) return undefined;
  const from = first === undefined ? to : to.set({ day: Number(first) });
  return from <= to ? { from, to, best: from } : exactly(to);
}
