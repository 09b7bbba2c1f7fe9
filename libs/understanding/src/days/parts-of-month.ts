import { MONTH, toMonth } from './calendar-words';
import { comingMonth } from './coming-periods';
import { type DayExpression, expression } from './day-expression';
import { between } from './period';

/** Ten days or a week of a month. */
export const PARTS_OF_MONTH: readonly DayExpression[] = [
  expression(
    'tens-of-month',
    [`(?<tens>10|20|десят|двадцат)-?(х|ых|ые) ?числ(ах|а)?( ?(?<month>${MONTH}))?`],
    ({ tens, month }, calendar) => {
      const { today } = calendar;
      const start = month === undefined ? today : comingMonth(toMonth(month), undefined, calendar);
      const from = start.set({ day: /^(?:10|десят)/u.test(tens ?? '') ? 10 : 20 });
      const isOver = month === undefined && from.plus({ days: 8 }) <= today;
      const coming = isOver ? from.plus({ months: 1 }) : from;
      return between(coming, coming.plus({ days: 8 }), calendar);
    },
  ),
  expression(
    'week-of-month',
    [
      `(?<week>перв(ой|ую|ая)|втор(ой|ую|ая)|треть(ей|ю|я)|последн(ей|юю|яя)|first|second|third|last|1st|2nd|3rd) (?<whole>полн(ой|ую|ая) |full )?(недел(е|ю|я|и)|week) (of |in )?(?<month>${MONTH})`,
    ],
    ({ week: which, whole, month: name }, calendar) => {
      const start = comingMonth(toMonth(name ?? ''), undefined, calendar);
      const nth = [/^(?:пер|f|1)/u, /^(?:вт|s|2)/u, /^(?:тр|th|3)/u].findIndex((stem) => stem.test(which ?? ''));
      const from = nth === -1 ? start.endOf('month').startOf('day').minus({ days: 6 }) : start.plus({ days: 7 * nth });
      // A month that begins late in the week has its first whole week after that.
      const monday = from.plus({ days: (8 - from.weekday) % 7 });
      return between(from, from.plus({ days: 6 }), calendar, start.weekday >= 5 || whole !== undefined ? monday : from);
    },
  ),
];
