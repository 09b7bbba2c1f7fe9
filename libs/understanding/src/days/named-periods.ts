import { LETTERS } from '../phrase';
import type { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import { MONTH, PART, SEASON, toMonth, toPart, toSeasonStart, type Part } from './calendar-words';
import type { DayExpression, Groups } from './day-expression';
import { expression } from './day-expression';
import { COUNT, toCount } from './numbers';
import type { Period } from './period';
import { between, exactly, workingDayFrom } from './period';

const PART_OF = `((?<part>${PART})( of| of the)? )?`;
const SOME_YEAR =
  '( (of )?(?<year>20[0-9]{2})( г| года| году)?| (?<nextyear>следующего года|next year|of next year|будущего года|наступающего года))?';
const NUMBERED_UNIT =
  '(?<unit>д(ень|ня|ней|еньков)|недел(ю|и|ь|ьку|ьки|ек|ьки)|месяц(а|ев|ок|очек)?|мес|квартал(а|ов)?|полгода|полгодика|год(а|ик)?|лет|days?|weeks?|months?|quarters?|years?|half a year|fortnights?)';

/** Expressions that name a stretch of days. */
export const NAMED_PERIODS: readonly DayExpression[] = [
  expression(
    'in-some-time',
    [
      '(?<unit>half a year) (from now|later)',
      '((через|спустя) )?(?<half>полтора) месяца',
      `(через|спустя) (?<count>${COUNT})? ?${NUMBERED_UNIT}( (?<count2>две|два|три|четыре|пять))?`,
      `(?<unit>недел(и|ьки|ек)|месяц(а|ев)|дн(я|ей|ечка)) через (?<count>${COUNT})`,
      `(in|within|after|about|give us|give me|another|for) (about |another |the next |at least |around |like |maybe )*(?<count>${COUNT}) (more |of )?${NUMBERED_UNIT}('s?)?( time)?`,
      `(?<count>${COUNT}) (more )?${NUMBERED_UNIT} (from now|later|from today)`,
      `(?<count>${COUNT}) ${NUMBERED_UNIT} спустя`,
    ],
    inSomeTime,
  ),
  expression(
    'tens-of-month',
    [`(?<tens>10|20|десят|двадцат)-?(х|ых|ые) ?числ(ах|а)? ?(?<month>${MONTH})`],
    ({ tens, month }, today, language) => {
      const start = comingMonth(toMonth(month ?? ''), undefined, today);
      const from = start.set({ day: /^(?:10|десят)/u.test(tens ?? '') ? 10 : 20 });
      return between(from, from.plus({ days: 8 }), language);
    },
  ),
  expression(
    'week-of-month',
    [
      `(?<week>перв(ой|ую|ая)|втор(ой|ую|ая)|треть(ей|ю|я)|последн(ей|юю|яя)|first|second|third|last) (недел(е|ю|я|и)|week) (of |in )?(?<month>${MONTH})`,
    ],
    ({ week: which, month: name }, today, language) => {
      const start = comingMonth(toMonth(name ?? ''), undefined, today);
      const nth = [/^(?:пер|f)/u, /^(?:вт|s)/u, /^(?:тр|th)/u].findIndex((stem) => stem.test(which ?? ''));
      const from = nth === -1 ? start.endOf('month').startOf('day').minus({ days: 6 }) : start.plus({ days: 7 * nth });
      return between(from, from.plus({ days: 6 }), language);
    },
  ),
  expression(
    'closing',
    [
      '(закрыти(е|я|ю|ем)|сдач(и|а|у|е) отчет(а|ов|ности) за) (?<unit>года|квартала|месяца)',
      '(we |i )?(close|closing)( of)? (the |our )?(?<unit>books|year|quarter|month)',
    ],
    ({ unit }, today) => {
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
      `(?<=(?:in|by|until|till|after|before|of|from|for|next|this|about|around|on) )(?<month>may|march|mar)${SOME_YEAR}`,
    ],
    month,
  ),
  expression(
    'quarter',
    [
      `${PART_OF}(the )?(?<quarter>q[1-4]|(первого|первом|первому|первый|1|1-(й|го|м|ом|му)|i) квартал(а|е|у|ом)?|(второго|втором|второму|второй|2|2-(й|го|м|ом|му)|ii) квартал(а|е|у|ом)?|(третьего|третьем|третьему|третий|3|3-(й|го|м|ом|му)|iii) квартал(а|е|у|ом)?|(четвертого|четвертом|четвертому|четвертый|4|4-(й|го|м|ом|му)|iv) квартал(а|е|у|ом)?|(first|1st|second|2nd|third|3rd|fourth|4th) quarter)( of)?${SOME_YEAR}`,
      `${PART_OF}(?<coming>следующ(ем|его|ий) квартал(е|а|у)?|next quarter)`,
      `(?<part>${PART})( of| of the)? (?<current>квартала|quarter|this quarter|текущего квартала)`,
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
      '(?<part>втором полугодии|второго полугодия|второму полугодию|первом полугодии|первого полугодия)',
      `(?<part>year)(-| )?(?<ending>end)|(?<h>h[12])${SOME_YEAR}`,
    ],
    year,
  ),
  expression(
    'week',
    [
      `${PART_OF}(?<coming>следующ(ей|ую|ая|их) недел(е|ю|и|я|ь)|next week|след неделе|той неделе|будущей недел(е|и))`,
      '(?<overnext>(the )?week after next|через неделю на следующей)',
      `(?<part>${PART})( of| of the| this)? (?<current>недели|week|the week|this week|этой недели)`,
      '(?<current>эт(ой|у) недел(е|ю|и)|later this week|this week)',
    ],
    week,
  ),
  expression(
    'coming-month',
    [
      `${PART_OF}(?<coming>следующ(ем|его|ий) месяц(е|а|у)?|next month)`,
      `(?<part>${PART})( of| of the)? (?<current>месяца|month|the month|this month|этого месяца)`,
      '(?<current>этом месяце|later this month)',
    ],
    ({ part, coming }, today, language) => {
      const start = today.startOf('month').plus({ months: coming === undefined ? 0 : 1 });
      return partOf(toPart(part ?? ''), start, start.endOf('month').startOf('day'), language);
    },
  ),
  expression('season', [`(?<season>${SEASON})${SOME_YEAR}`], season),
];

function inSomeTime(groups: Groups, today: DateTime): Period {
  const count = toCount(groups['count'] ?? groups['count2']);
  const unit = groups['unit'] ?? '';
  if (/^(?:д|day)/u.test(unit)) return exactly(today.plus({ days: count }));
  if (unit.startsWith('fortnight')) return exactly(today.plus({ weeks: 2 * count }));
  if (groups['half'] !== undefined) return exactly(today.plus({ days: 45 }));
  const then = /^(?:недел|week)/u.test(unit)
    ? today.plus({ weeks: count })
    : /^(?:полгод|half)/u.test(unit)
      ? today.plus({ months: 6 })
      : /^(?:квартал|quarter)/u.test(unit)
        ? today.plus({ months: 3 * count })
        : /^(?:год|лет|year)/u.test(unit)
          ? today.plus({ years: count })
          : today.plus({ months: count });
  return exactly(then);
}

function month(groups: Groups, today: DateTime, language: Language): Period {
  const part = toPart(groups['part'] ?? '');
  const start = comingMonth(toMonth(groups['month'] ?? ''), writtenYear(groups, today), today);
  return partOf(part, start, start.endOf('month').startOf('day'), language);
}

function quarter(groups: Groups, today: DateTime, language: Language): Period {
  const part = toPart(groups['part'] ?? '');
  const thisQuarter = today.startOf('quarter');
  const number = quarterNumber(groups['quarter'] ?? '');
  const named = number === undefined ? undefined : comingQuarter(number, writtenYear(groups, today), today);
  const start = named ?? (groups['coming'] === undefined ? thisQuarter : thisQuarter.plus({ quarters: 1 }));
  return partOf(part, start, start.endOf('quarter').startOf('day'), language);
}

function year(groups: Groups, today: DateTime, language: Language): Period {
  const half = groups['h'];
  const part =
    half === undefined
      ? toPart(groups['ending'] ?? groups['part'] ?? '')
      : half === 'h1'
        ? 'first-half'
        : 'second-half';
  const written = writtenYear(groups, today);
  const start = today.startOf('year').set({ year: written ?? today.year + (groups['coming'] === undefined ? 0 : 1) });
  const named = partOf(part, start, start.endOf('year').startOf('day'), language);
  // In November "in H2" means the next one.
  const end = half === undefined ? named.to : named.from.plus({ months: 3 });
  const over = end <= today && written === undefined;
  return over
    ? partOf(part, start.plus({ years: 1 }), start.plus({ years: 1 }).endOf('year').startOf('day'), language)
    : named;
}

function week({ part, coming, overnext }: Groups, today: DateTime, language: Language): Period {
  // On a weekend the week that everybody means is the coming one.
  const isOver = coming === undefined && today.weekday > 5;
  const weeks = overnext !== undefined ? 2 : coming === undefined && !isOver ? 0 : 1;
  const monday = today.startOf('week').plus({ weeks });
  const friday = monday.plus({ days: 4 });
  if (toPart(part ?? '') === 'middle') return exactly(monday.plus({ days: 2 }));
  if (toPart(part ?? '') === 'end') return exactly(friday);
  return between(monday, friday, language);
}

function season(groups: Groups, today: DateTime, language: Language): Period {
  const start = comingMonth(toSeasonStart(groups['season'] ?? ''), writtenYear(groups, today), today);
  return between(start, start.plus({ months: 3 }).minus({ days: 1 }), language);
}

/** The named part of a stretch, or the whole of it. */
function partOf(part: Part | undefined, from: DateTime, to: DateTime, language: Language): Period {
  const days = Math.round(to.diff(from, 'days').days) + 1;
  const at = (share: number): DateTime => from.plus({ days: Math.round(days * share) });
  switch (part) {
    case undefined:
      return between(from, to, language);
    case 'start':
      return between(from, at(1 / 3), language);
    case 'middle':
      return {
        ...between(at(1 / 3), at(2 / 3), language, at(0.45)),
        until: workingDayFrom(at(0.45), language),
      };
    case 'end':
      // A quarter's or a year's end is its last weeks, not its last third.
      return between(
        days > 31 ? to.minus({ days: 20 }) : at(2 / 3),
        to,
        language,
        days > 31 ? to.minus({ days: 10 }) : at(0.8),
      );
    case 'first-half':
      return between(from, at(0.5), language);
    case 'second-half':
      return between(at(0.5), to, language, at(0.55));
  }
}

/** The month of that number that is not over yet. */
export function comingMonth(number: number, year: number | undefined, today: DateTime): DateTime {
  const start = today.startOf('year').set({ month: number, year: year ?? today.year });
  return year === undefined && start.endOf('month').startOf('day') <= today ? start.plus({ years: 1 }) : start;
}

function comingQuarter(number: number, year: number | undefined, today: DateTime): DateTime {
  const start = today.startOf('year').set({ month: number * 3 - 2, year: year ?? today.year });
  return year === undefined && start.endOf('quarter').startOf('day') <= today ? start.plus({ years: 1 }) : start;
}

function quarterNumber(words: string): number | undefined {
  const stems = [
    /^(?:q1|перв|1|i |first)/u,
    /^(?:q2|втор|2|ii |second)/u,
    /^(?:q3|трет|3|iii |third)/u,
    /^(?:q4|четв|4|iv |fourth)/u,
  ];
  const index = stems.findIndex((stem) => stem.test(words));
  return index === -1 ? undefined : index + 1;
}

function writtenYear(groups: Groups, today: DateTime): number | undefined {
  if (groups['nextyear'] !== undefined) return today.year + 1;
  return groups['year'] === undefined ? undefined : Number(groups['year']);
}
