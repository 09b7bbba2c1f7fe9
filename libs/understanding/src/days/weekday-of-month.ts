import { MONTH, toMonth, toWeekday, WEEKDAY } from './calendar-words';
import { expression } from './day-expression';
import { comingMonth } from './named-periods';
import { exactly } from './period';

const NTH = [/^(?:пер|fi)/u, /^(?:вт|s)/u, /^(?:тр|t)/u, /^(?:че|fo)/u];

/** "The second Monday in January", "в последнюю пятницу января". */
export const WEEKDAY_OF_MONTH = expression(
  'weekday-of-month',
  [
    `(?<nth>перв(ый|ую|ое)|втор(ой|ую|ое)|трет(ий|ью|ье)|четверт(ый|ую|ое)|последн(ий|юю|ее)|first|second|third|fourth|last) (?<weekday>${WEEKDAY}) (of |in )?(?<month>${MONTH})`,
  ],
  ({ nth, weekday, month }, today) => {
    const start = comingMonth(toMonth(month ?? ''), undefined, today);
    const first = start.plus({ days: (toWeekday(weekday ?? '') - start.weekday + 7) % 7 });
    const count = NTH.findIndex((stem) => stem.test(nth ?? ''));
    const last = first.plus({ weeks: 4 }).month === first.month ? 4 : 3;
    return exactly(first.plus({ weeks: count === -1 ? last : count }));
  },
);
