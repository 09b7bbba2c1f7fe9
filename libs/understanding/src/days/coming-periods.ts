import type { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import type { Part } from './calendar-words';
import { between, type Period, workingDayFrom } from './period';

/** The named part of a stretch, or the whole of it. */
export function partOf(part: Part | undefined, from: DateTime, to: DateTime, calendar: Calendar): Period {
  const days = Math.round(to.diff(from, 'days').days) + 1;
  const at = (share: number): DateTime => from.plus({ days: Math.round(days * share) });
  switch (part) {
    case undefined:
      return between(from, to, calendar);
    case 'start':
      return between(from, at(1 / 3), calendar);
    case 'middle':
      return {
        ...between(at(1 / 3), at(2 / 3), calendar, at(0.45)),
        until: workingDayFrom(at(0.45), calendar),
      };
    case 'end':
      // A quarter's or a year's end is its last weeks, not its last third.
      return between(
        days > 31 ? to.minus({ days: 20 }) : at(2 / 3),
        to,
        calendar,
        days > 31 ? to.minus({ days: 10 }) : at(0.8),
      );
    case 'first-half':
      return between(from, at(0.5), calendar);
    case 'second-half':
      return between(at(0.5), to, calendar, at(0.55));
  }
}

/** The month of that number that is not over yet. */
export function comingMonth(number: number, year: number | undefined, { today }: Calendar): DateTime {
  const start = today.startOf('year').set({ month: number, year: year ?? today.year });
  return year === undefined && start.endOf('month').startOf('day') <= today ? start.plus({ years: 1 }) : start;
}

/** The quarter of that number that is not over yet. */
export function comingQuarter(number: number, year: number | undefined, { today }: Calendar): DateTime {
  const start = today.startOf('year').set({ month: number * 3 - 2, year: year ?? today.year });
  return year === undefined && start.endOf('quarter').startOf('day') <= today ? start.plus({ years: 1 }) : start;
}

/** Which quarter words such as "q3" or "третий квартал" name, 1 to 4. */
export function quarterNumber(words: string): number | undefined {
  const stems = [
    /^(?:q1|перв|1|i |first)/u,
    /^(?:q2|втор|2|ii |second)/u,
    /^(?:q3|трет|3|iii |third)/u,
    /^(?:q4|четв|4|iv |fourth)/u,
  ];
  const index = stems.findIndex((stem) => stem.test(words));
  return index === -1 ? undefined : index + 1;
}
