import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import type { DayExpression } from './day-expression';
import { expression } from './day-expression';
import type { Period } from './period';
import { workingDayFrom } from './period';

/** Holidays both sides know by name, as first and last day. */
const NEW_YEAR = { from: [12, 31], to: [1, 8] } as const;
const WESTERN_NEW_YEAR = { from: [12, 24], to: [1, 1] } as const;
const RUSSIAN_HOLIDAYS = [
  { from: [2, 23], to: [2, 23] },
  { from: [3, 8], to: [3, 8] },
  { from: [5, 1], to: [5, 11] },
  { from: [6, 12], to: [6, 12] },
  { from: [11, 4], to: [11, 4] },
] as const;

interface Holiday {
  readonly from: readonly [month: number, day: number];
  readonly to: readonly [month: number, day: number];
}

/** Expressions that name certain holidays. */
export const NAMED_HOLIDAYS: readonly DayExpression[] = [
  expression(
    'new-year',
    [
      '(нов(ый|ого|ому|ым) год(а|у|ом)?|нг|н г)( праздник*| каникул*)?',
      '(новогодн*|январск*|рождественск*) ?(праздник*|каникул*|выходн*)?',
      'рождеств(о|а|у|ом)',
      '(the )?new year(s)?( holidays?| break)?',
      '(the )?(christmas|xmas|x-mas)( holidays?| break| period| season)?',
    ],
    (_, today, language) => coming([language === 'ru' ? NEW_YEAR : WESTERN_NEW_YEAR], today, language),
  ),
  expression('may', ['майск*( праздник*| каникул*)?'], (_, today, language) =>
    coming([{ from: [5, 1], to: [5, 11] }], today, language),
  ),
  expression('old-new-year', ['стар(ый|ого|ому|ым) нов(ый|ого|ому|ым) год(а|у|ом)?'], (_, today, language) =>
    coming([{ from: [1, 14], to: [1, 14] }], today, language),
  ),
  expression('easter', ['пасх(а|и|у|е|ой|ой)', '(the )?easter( holidays?| break)?'], (_, today, language) => {
    const easter = [today.year, today.year + 1]
      .map((year) => easterSunday(year, language, today))
      .find((sunday) => sunday >= today);
    // In the West the Monday is a holiday as well.
    return easter && outlasting(easter, easter.plus({ days: language === 'ru' ? 0 : 1 }), language);
  }),
  expression('thanksgiving', ['thanksgiving'], (_, today, language) => {
    const day = fourthThursday(today.year, today);
    const next = day >= today ? day : fourthThursday(today.year + 1, today);
    return outlasting(next, next.plus({ days: 3 }), language);
  }),
];

/** Expressions that mean the next holidays, whichever they are. */
export const SOME_HOLIDAYS: readonly DayExpression[] = [
  expression(
    'weekend',
    ['(эти|этих|ближайшие|ближайших )?выходн(ые|ых|ым)', '(this |the |next )?weekends?'],
    (_, today) => {
      const saturday = today.endOf('week').startOf('day').minus({ days: 1 });
      return { from: saturday, to: saturday.plus({ days: 1 }), best: saturday.plus({ days: 2 }) };
    },
  ),
  expression(
    'holidays',
    [
      'праздник(и|ов|ам|ами)',
      'каникул(ы|ам|ами)?',
      '(the )?(holidays?|festive|holiday season|festive season|holiday period|break)',
    ],
    (_, today, language) =>
      coming(language === 'ru' ? [NEW_YEAR, ...RUSSIAN_HOLIDAYS] : [WESTERN_NEW_YEAR], today, language),
  ),
];

/** The stretch of holidays that ends next. */
function coming(holidays: readonly Holiday[], today: DateTime, language: Language): Period | undefined {
  return holidays
    .flatMap((holiday) => [-1, 0, 1].map((years) => inYear(holiday, today.year + years, today)))
    .filter(([, to]) => to >= today)
    .sort(([, one], [, other]) => one.toMillis() - other.toMillis())
    .map(([from, to]) => outlasting(from, to, language))[0];
}

/** Nobody wants a letter on the holiday itself: the day to come back is the first working one after it. */
function outlasting(from: DateTime, to: DateTime, language: Language): Period {
  return { from, to, best: workingDayFrom(to.plus({ days: 1 }), language) };
}

function inYear({ from, to }: Holiday, year: number, today: DateTime): readonly [DateTime, DateTime] {
  const turns = to[0] < from[0] ? 1 : 0;
  const day = (ofYear: number, [month, date]: readonly [number, number]): DateTime =>
    DateTime.fromObject({ year: ofYear, month, day: date }, { zone: today.zone });
  return [day(year, from), day(year + turns, to)];
}

function fourthThursday(year: number, today: DateTime): DateTime {
  const first = DateTime.fromObject({ year, month: 11, day: 1 }, { zone: today.zone });
  return first.plus({ days: ((11 - first.weekday) % 7) + 21 });
}

/** By Gauss: the Western Easter for English, the Orthodox one for Russian (its Julian date, 13 days later until 2099). */
function easterSunday(year: number, language: Language, today: DateTime): DateTime {
  const julian = language === 'ru';
  const [m, n] = julian ? [15, 6] : [24, 5];
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  const late = d + e > 34 || (!julian && ((d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10)));
  const march = DateTime.fromObject({ year, month: 3, day: 22 }, { zone: today.zone });
  return march.plus({ days: d + e - (late && !julian ? 7 : 0) + (julian ? 13 : 0) });
}
