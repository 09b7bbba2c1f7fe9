import { LETTERS } from '../phrase';
import { DateTime } from 'luxon';
import { MONTH, PART, SEASON, toMonth, toPart, toSeasonStart } from './calendar-words';
import type { Calendar } from './calendar';
import { comingMonth, comingQuarter, partOf, quarterNumber } from './coming-periods';
import type { DayExpression, Groups } from './day-expression';
import { expression } from './day-expression';
import { PARTS_OF_MONTH } from './parts-of-month';
import type { Period } from './period';
import { between, exactly } from './period';

const PART_OF = `((?<part>${PART})( of| of the)? )?`;
const SOME_YEAR =
  '( (of )?(?<year>20[0-9]{2})( г| года| году)?| (?<year2>2[0-9]) (г|года|году)| (?<nextyear>следующего года|next year|of next year|будущего года|наступающего года))?';

/** Expressions that name a stretch of days. */
export const NAMED_PERIODS: readonly DayExpression[] = [
  ...PARTS_OF_MONTH,
  expression(
    'week-number',
    ['(calendar week|week|cw|kw|неделя номер) (?<number>[0-9]{1,2})( of 20[0-9]{2})?(?! ?(days?|weeks?|[0-9:%]))'],
    ({ number }, calendar) => {
      const { today } = calendar;
      const count = Number(number);
      if (count < 1 || count > 52) return undefined;
      const thisYear = DateTime.fromObject(
        { weekYear: today.weekYear, weekNumber: count, weekday: 1 },
        { zone: 'utc' },
      );
      const monday = thisYear.plus({ days: 6 }) >= today ? thisYear : thisYear.set({ weekYear: today.weekYear + 1 });
      return between(monday, monday.plus({ days: 4 }), calendar);
    },
  ),
  expression(
    'closing',
    [
      '(закрыти(е|я|ю|ем)|сдач(и|а|у|е) отчет(а|ов|ности) за) (?<unit>года|квартала|месяца)',
      '(we |i )?(close|closing)( of)? (the |our )?(?<unit>books|year|quarter|month)',
    ],
    ({ unit }, { today }) => {
      const stretch = /^(?:год|year|books)/u.test(unit ?? '')
        ? 'year'
        : /^(?:кв|q)/u.test(unit ?? '')
          ? 'quarter'
          : 'month';
      return exactly(today.endOf(stretch).startOf('day'));
    },
  ),
  expression(
    'month',
    [
      `(?<part>${PART})( of)? (?<month>${MONTH})${SOME_YEAR}`,
      `(?!(may|march|mar)(?![${LETTERS}]))(?<month>${MONTH})${SOME_YEAR}`,
      `(?<=(?:in|by|until|till|after|before|of|from|for|next|this|about|around|on|is|do|say|maybe|come|since|mid) )(?<month>may|march|mar)${SOME_YEAR}`,
      `^(?<month>may|march|mar)(?=$)`,
      `next (?<upcoming>${MONTH})`,
      '(?<month>may|march)(?= (suits|works|would be|is (simply |much |far )?(better|good|fine|best|ok)|sounds|instead|then))',
      '(?<=(than|before|review|said|say|call it) )(?<month>march|may)',
      '(?<=[:,] )(?<month>march|may)(?=$)',
    ],
    month,
  ),
  expression(
    'quarter',
    [
      `${PART_OF}(the )?(?<quarter>q[1-4]|(первого|первом|первому|первый|1|1-(й|го|м|ом|му)|i) квартал(а|е|у|ом)?|(второго|втором|второму|второй|2|2-(й|го|м|ом|му)|ii) квартал(а|е|у|ом)?|(третьего|третьем|третьему|третий|3|3-(й|го|м|ом|му)|iii) квартал(а|е|у|ом)?|(четвертого|четвертом|четвертому|четвертый|4|4-(й|го|м|ом|му)|iv) квартал(а|е|у|ом)?|[1-4] ?кв|(first|1st|second|2nd|third|3rd|fourth|4th) quarter)( of)?${SOME_YEAR}`,
      `${PART_OF}(?<coming>следующ(ем|его|ий) квартал(е|а|у)?|next quarter)`,
      `(?<part>${PART})( of| of the)? (?<current>квартала|quarter|this quarter|текущего квартала)`,
      '(?<current>this quarter|(этом|текущем) квартале)',
    ],
    quarter,
  ),
  expression(
    'year',
    [
      `${PART_OF}(?<coming>следующ(ем|его|ий|ему) год(у|а|ом)?|нов(ом|ого|ый|ому) год(у|а|ом)?|будущ(ем|его) год(у|а)|(the )?(next|new|coming) year)(?! (holidays?|праздник*|каникул*))`,
      `${PART_OF}(in |в |of |до |с |к |until |before )(?<year>20[0-9]{2})( году| года)?`,
      '(?<year>20[0-9]{2})(-?м|-?го)? (году|года)',
      `(?<part>${PART})( of| of the)? (?<current>года|году|год|the year|year|this year|этого года|текущего года)`,
      `(?<part>(перв|втор)(ом|ого|ому|ое) полугоди(и|я|ю|е)|(first|second) half of the year)${SOME_YEAR}`,
      '(?<part>перв(ая|ой|ую) половин(а|е|ы|у)|втор(ая|ой|ую) половин(а|е|ы|у)) (?<year2>2[0-9])-?го',
      '(?<nexthalf>следующ(его|ем|ее) полугоди(я|и|е)|next half year|the next half)',
      '(?<sametime>(the )?same time next year|в это же время через год)',
      '(?<current>(этом|текущем) году|this year)',
      `(?<part>year)(-| )?(?<ending>end)|(?<h>h[12])${SOME_YEAR}`,
    ],
    year,
  ),
  expression(
    'week',
    [
      `${PART_OF}(?<coming>следующ(ей|ую|ая|их) недел(е|ю|и|я|ь)|(next|nxt|coming) (week|wk)|след неделе|той неделе|будущей недел(е|и))`,
      '(?<overnext>(the )?week after next|через неделю на следующей|через одну|the (week|one) after)(?!\\s[a-zа-я])',
      `(?<part>${PART})( of| of the| this)? (?<current>недели|week|the week|this week|этой недели)`,
      '(?<current>эт(ой|у) недел(е|ю|и)|(?<!той |ей )на неделе|this week)',
      '(?<later>later (this|in the) week)',
      '(?<part>late|end|middle|mid|early) in the (?<current>week)',
      '(на|к) (?<coming>следующей|будущей)(?=$| а | и | или )',
      '(?<current>(в )?будн(и|ий день|ние дни)|на рабочей неделе|(начнется|начинается) (рабочая )?неделя)',
    ],
    week,
  ),
  expression(
    'coming-month',
    [
      `${PART_OF}(?<coming>следующ(ем|его|ий) месяц(е|а|у)?|(next|nxt) (month|mnth))`,
      `(?<part>${PART})( of| of the)? (?<current>месяца|month|the month|this month|этого месяца)`,
      '(?<current>этом месяце|(later )?this month|later in the month)',
    ],
    ({ part, coming }, calendar) => {
      const start = calendar.today.startOf('month').plus({ months: coming === undefined ? 0 : 1 });
      return partOf(toPart(part ?? ''), start, start.endOf('month').startOf('day'), calendar);
    },
  ),
  expression('season', [`(?<season>${SEASON}) (?<year2>2[0-9])-?го`, `(?<season>${SEASON})${SOME_YEAR}`], season),
];

function month(groups: Groups, calendar: Calendar): Period {
  const part = toPart(groups['part'] ?? '');
  const number = toMonth(groups['month'] ?? groups['upcoming'] ?? '');
  // In November, next November is not this one.
  const isNextYears = groups['upcoming'] !== undefined && number === calendar.today.month;
  const start = comingMonth(number, isNextYears ? calendar.today.year + 1 : writtenYear(groups, calendar), calendar);
  return partOf(part, start, start.endOf('month').startOf('day'), calendar);
}

function quarter(groups: Groups, calendar: Calendar): Period {
  const part = toPart(groups['part'] ?? '');
  const thisQuarter = calendar.today.startOf('quarter');
  const number = quarterNumber(groups['quarter'] ?? '');
  const named = number === undefined ? undefined : comingQuarter(number, writtenYear(groups, calendar), calendar);
  const start = named ?? (groups['coming'] === undefined ? thisQuarter : thisQuarter.plus({ quarters: 1 }));
  return partOf(part, start, start.endOf('quarter').startOf('day'), calendar);
}

function year(groups: Groups, calendar: Calendar): Period {
  const { today } = calendar;
  if (groups['sametime'] !== undefined) return exactly(today.plus({ years: 1 }));
  if (groups['nexthalf'] !== undefined) {
    const next = today.startOf('year').plus({ months: today.month > 6 ? 12 : 6 });
    return between(next, next.plus({ months: 6 }).minus({ days: 1 }), calendar);
  }
  const half = groups['h'];
  const part =
    half === undefined
      ? toPart(groups['ending'] ?? groups['part'] ?? '')
      : half === 'h1'
        ? 'first-half'
        : 'second-half';
  const written = writtenYear(groups, calendar);
  const start = today.startOf('year').set({ year: written ?? today.year + (groups['coming'] === undefined ? 0 : 1) });
  const named = partOf(part, start, start.endOf('year').startOf('day'), calendar);
  // In November "in H2" means the next one.
  const end = part === 'first-half' || part === 'second-half' ? named.from.plus({ months: 3 }) : named.to;
  const over = end <= today && written === undefined;
  return over
    ? partOf(part, start.plus({ years: 1 }), start.plus({ years: 1 }).endOf('year').startOf('day'), calendar)
    : named;
}

function week({ part, coming, overnext, later }: Groups, calendar: Calendar): Period {
  const { today } = calendar;
  // On a weekend the week that everybody means is the coming one.
  const isOver = coming === undefined && today.weekday > 5;
  const weeks = overnext !== undefined ? 2 : coming === undefined && !isOver ? 0 : 1;
  const monday = today.startOf('week').plus({ weeks });
  const friday = monday.plus({ days: 4 });
  if (later !== undefined) return between(monday.plus({ days: 2 }), friday, calendar);
  if (toPart(part ?? '') === 'middle') return exactly(monday.plus({ days: 2 }));
  if (toPart(part ?? '') === 'end') return exactly(friday);
  return between(monday, friday, calendar);
}

function season(groups: Groups, calendar: Calendar): Period {
  const start = comingMonth(toSeasonStart(groups['season'] ?? ''), writtenYear(groups, calendar), calendar);
  return between(start, start.plus({ months: 3 }).minus({ days: 1 }), calendar);
}

function writtenYear(groups: Groups, { today }: Calendar): number | undefined {
  if (groups['nextyear'] !== undefined) return today.year + 1;
  const year = groups['year'] ?? groups['year2'];
  return year === undefined ? undefined : Number(year.padStart(4, '20'));
}
