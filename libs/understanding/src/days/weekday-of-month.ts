import { MONTH, toMonth, toWeekday, WEEKDAY } from './calendar-words';
import { expression } from './day-expression';
import { comingMonth } from './coming-periods';
import { exactly } from './period';

const NTH = [/^(?:пер|fi)/u, /^(?:вт|s)/u, /^(?:тр|t)/u, /^(?:че|fo)/u];

/** "The second Monday in January", "в последнюю пятницу января". */
export const WEEKDAY_OF_MONTH = expression(
  'weekday-of-month',
  [
    `(?<nth>перв(ый|ую|ое|ая)|втор(ой|ую|ое|ая)|трет(ий|ью|ье|ья)|четверт(ый|ую|ое|ая)|последн(ий|юю|ее|яя)|first|second|third|fourth|last) (?<weekday>${WEEKDAY}) (of |in )?(?<month>${MONTH})`,
  ],
  ({ nth, weekday, month }, calendar) => {
    const start = comingMonth(toMonth(month ?? ''), undefined, calendar);
    const first = start.plus({ days: (toWeekday(weekday ?? '') - start.weekday + 7) % 7 });
    const count = NTH.findIndex((stem) => stem.test(nth ?? ''));
    const last = first.plus({ weeks: 4 }).month === first.month ? 4 : 3;
    return exactly(first.plus({ weeks: count === -1 ? last : count }));
  },
);
