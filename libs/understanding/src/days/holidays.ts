import { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import { toWeekday, WEEKDAY } from './calendar-words';
import type { DayExpression } from './day-expression';
import { expression } from './day-expression';
import { easterSunday, fourthThursday } from './movable-feasts';
import type { Period } from './period';
import { exactly, workingDayFrom } from './period';

/** Where Christmas comes before it, the holidays begin with that. */
const NEW_YEAR_BEGINS = { ru: [12, 31], en: [12, 24] } as const;
const EPIPHANY = { ru: [1, 19], en: [1, 6] } as const;
/** In Russia two holidays and the bridge between them. */
const MAY = { from: [5, 1], to: [5, 11] } as const;

type MonthAndDay = readonly [month: number, day: number];

/** Expressions that name certain holidays. */
export const NAMED_HOLIDAYS: readonly DayExpression[] = [
  expression(
    'weekday-after-holidays',
    [
      `(?<weekday>${WEEKDAY}) (сразу )?после (нового года|новогодн*|январск*|праздник*|каникул*)`,
      `(?<weekday>${WEEKDAY}) (right )?(after|following) (the )?(new year|christmas|xmas|holidays?|break)`,
    ],
    ({ weekday }, calendar) => {
      const { best } = newYear(calendar);
      return exactly(best.plus({ days: (toWeekday(weekday ?? '') - best.weekday + 7) % 7 }));
    },
  ),
  expression('old-new-year', ['стар(ый|ого|ому|ым) нов(ый|ого|ому|ым) год(а|у|ом)?'], (_, calendar) =>
    outlasting(coming([1, 14], calendar), calendar),
  ),
  expression(
    'orthodox-christmas',
    ['(the )?orthodox (christmas|xmas)', '(православн*|наш*) рождеств(о|а|у|ом)'],
    (_, calendar) => outlasting(coming([1, 7], calendar), calendar),
  ),
  expression('western-christmas', ['(католическ*|западн*|европейск*) рождеств(о|а|у|ом)'], (_, calendar) =>
    outlasting(coming([12, 25], calendar), calendar),
  ),
  expression('epiphany', ['(the )?(epiphany|three kings)', 'крещени(е|я|ю)'], (_, calendar) =>
    outlasting(coming(EPIPHANY[calendar.language], calendar), calendar),
  ),
  expression('russian-holidays', ['(the )?(january|russian) holidays'], (_, calendar) =>
    outlasting(coming([1, 1], calendar), calendar, coming([1, 8], calendar)),
  ),
  expression(
    'new-year',
    [
      '(нов(ый|ого|ому|ым) год(а|у|ом)?|нг|н г)( праздник*| каникул*)?',
      '(новогодн*|январск*|рождественск*|зимн*) (праздник*|каникул*|выходн*)',
      '(новогодн*|рождественск*)',
      'рождеств(о|а|у|ом)',
      '(the )?new year(s)?( holidays?| break)?',
      '(the )?(christmas|xmas|x-mas)( holidays?| break| period| season)?',
    ],
    (_, calendar) => newYear(calendar),
  ),
  expression('may', ['майск*( праздник*| каникул*)?', '(the )?may holidays?'], (_, calendar) => may(calendar)),
  expression('easter', ['пасх(а|и|у|е|ой)', '(the )?easter( holidays?| break)?'], (_, calendar) =>
    outlasting(comingFeast(easterSunday, calendar), calendar),
  ),
  expression('black-friday', ['черн(ая|ой|ую) пятниц(а|ы|е|у|ей)', '(the )?(black friday|bfcm)'], (_, calendar) =>
    outlasting(
      comingFeast((year) => fourthThursday(year).plus({ days: 1 }), calendar),
      calendar,
    ),
  ),
  expression('cyber-monday', ['киберпонедельник*', '(the )?cyber monday'], (_, calendar) =>
    outlasting(
      comingFeast((year) => fourthThursday(year).plus({ days: 4 }), calendar),
      calendar,
    ),
  ),
  expression('valentine', ["(the )?valentine( ?'?s)?( day)?", '(день|дня|дню) (святого|св) валентина'], (_, calendar) =>
    outlasting(coming([2, 14], calendar), calendar),
  ),
  expression('thanksgiving', ['thanksgiving'], (_, calendar) => {
    const thursday = comingFeast(fourthThursday, calendar);
    return outlasting(thursday, calendar, thursday.plus({ days: 3 }));
  }),
];

/** Expressions that mean the next holidays, whichever they are. */
export const SOME_HOLIDAYS: readonly DayExpression[] = [
  expression(
    'weekend',
    ['(эти|этих|ближайшие|ближайших )?выходн(ые|ых|ым)', '(this |the |next )?weekends?'],
    (_, { today }) => {
      const saturday = today.endOf('week').startOf('day').minus({ days: 1 });
      return { from: saturday, to: saturday.plus({ days: 1 }), best: saturday.plus({ days: 2 }) };
    },
  ),
  expression(
    'public-holidays',
    ['праздник(и|ов|ам|ами)', 'каникул(ы|ам|ами)?', '(the )?(bank|public) holidays?', '(the )?long weekend'],
    (_, calendar) => comingHolidays(calendar) ?? newYear(calendar),
  ),
  expression(
    'holidays',
    ['(the )?(holidays?|festive|holiday season|festive season|holiday period|break)'],
    // "The holidays" that need no name are those at the turn of the year.
    (_, calendar) => newYear(calendar),
  ),
];

/** From its eve until people are back at work. */
function newYear(calendar: Calendar): Period {
  const { today, language } = calendar;
  const last = today.startOf('year');
  const first = dayIn(today.year - 1, NEW_YEAR_BEGINS[language]);
  // In the first days of January one is still in the middle of them.
  const turns = workingDayFrom(last, calendar) > today ? 0 : 1;
  const end = workingDayFrom(last.plus({ years: turns }), calendar).minus({ days: 1 });
  return outlasting(first.plus({ years: turns }), calendar, end);
}

function may(calendar: Calendar): Period {
  const end = coming(MAY.to, calendar);
  const from = dayIn(end.year, MAY.from);
  const holidays = daysOffIn(calendar).filter((day) => day >= from && day <= end);
  return outlasting(from, calendar, holidays.at(-1) ?? end);
}

/** Between two holidays no farther apart than this hardly anybody works. */
const BRIDGED_DAYS = 8;

/** The stretch of public holidays that ends next, as they stand in the calendar. */
function comingHolidays(calendar: Calendar): Period | undefined {
  const holidays = daysOffIn(calendar).filter((day) => day >= calendar.today);
  const [first] = holidays;
  if (!first) return undefined;
  const last = holidays.reduce((end, day) => (day <= end.plus({ days: BRIDGED_DAYS }) ? day : end), first);
  return outlasting(first, calendar, last);
}

function daysOffIn({ daysOff }: Calendar): readonly DateTime[] {
  return [...daysOff].sort().map((day) => DateTime.fromISO(day, { zone: 'utc' }));
}

/** Nobody wants a letter on the holiday itself: the day to come back is the first working one after it. */
function outlasting(from: DateTime, calendar: Calendar, to: DateTime = from): Period {
  return { from, to, best: workingDayFrom(to.plus({ days: 1 }), calendar) };
}

function coming(monthAndDay: MonthAndDay, { today }: Calendar): DateTime {
  const thisYear = dayIn(today.year, monthAndDay);
  return thisYear >= today ? thisYear : dayIn(today.year + 1, monthAndDay);
}

function comingFeast(feast: (year: number, calendar: Calendar) => DateTime, calendar: Calendar): DateTime {
  const thisYear = feast(calendar.today.year, calendar);
  return thisYear >= calendar.today ? thisYear : feast(calendar.today.year + 1, calendar);
}

function dayIn(year: number, [month, day]: MonthAndDay): DateTime {
  return DateTime.utc(year, month, day);
}
