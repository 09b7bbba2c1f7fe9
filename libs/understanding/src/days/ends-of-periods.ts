import { MONTH, SEASON, toMonth, toSeasonStart } from './calendar-words';
import type { Calendar } from './calendar';
import { comingMonth } from './coming-periods';
import { type DayExpression, expression, type Groups } from './day-expression';
import { exactly, type Period, workingDayFrom } from './period';

/** The day with which a stretch begins or ends: "the last day of January", "в первый рабочий день года". */
export const ENDS_OF_PERIODS: readonly DayExpression[] = [
  expression(
    'last-day',
    [
      `(последн(ий|его|ему|ем)|посл) (рабоч(ий|его|ему|ем) )?д(ень|ня|ню|не) ((?<month>${MONTH})|(?<season>${SEASON})|(?<year>года|этого года)|(этого )?месяца)`,
      `(the )?last (working |business )?day (of |in )(the |this )?((?<month>${MONTH})|(?<season>${SEASON})|(?<year>year)|month)`,
    ],
    lastDay,
  ),
  expression(
    'first-working-day',
    [
      'перв(ый|ого|ому|ом) рабоч(ий|его|ему|ем) д(ень|ня|ню|не) (нового |в новом )?год(а|у)',
      '(the )?first (working |business )?day (of|in|back in) (the )?(new )?year',
      '(the )?first (working|business) day (after|back after|in) (the )?new year',
    ],
    (_, calendar) => exactly(workingDayFrom(calendar.today.startOf('year').plus({ years: 1 }), calendar)),
  ),
];

function lastDay({ month, season, year }: Groups, calendar: Calendar): Period {
  const { today } = calendar;
  if (year !== undefined) return exactly(today.endOf('year').startOf('day'));
  if (season !== undefined) {
    const start = comingMonth(toSeasonStart(season), undefined, calendar);
    return exactly(start.plus({ months: 3 }).minus({ days: 1 }));
  }
  const start = month === undefined ? today : comingMonth(toMonth(month), undefined, calendar);
  return exactly(start.endOf('month').startOf('day'));
}
