import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';
import type { Language } from '@app/domain/language';

/**
 * The days as they pass where the contact is. Its days and hours are those on the wall there, written as UTC: reckoning
 * in a zone takes many times as long.
 */
export interface Calendar {
  readonly now: DateTime;
  /** The midnight with which the day of `now` began. */
  readonly today: DateTime;
  /** The IANA time zone it hangs in. */
  readonly timeZone: string;
  /** In which the contact names days. */
  readonly language: Language;
  /** Public holidays and other days nobody works on, `YYYY-MM-DD`; weekends need not be among them. */
  readonly daysOff: readonly string[];
}

/** The calendar that hangs in a time zone at a moment. It is looked at when a day is named, which most messages do not. */
export function calendarOf({ now, timeZone, daysOff = [] }: Hung, language: Language): Calendar {
  let onTheWall: DateTime | undefined;
  let midnight: DateTime | undefined;
  return {
    get now() {
      return (onTheWall ??= toWall(now, timeZone));
    },
    get today() {
      return (midnight ??= this.now.startOf('day'));
    },
    timeZone,
    language,
    daysOff,
  };
}

interface Hung {
  readonly now: Date;
  readonly timeZone: string;
  readonly daysOff?: readonly string[];
}

/** What calendar and clock show in a time zone at a moment. */
export function toWall(moment: Date, timeZone: string): DateTime {
  const at = moment.getTime();
  const offset = IANAZone.create(timeZone).offset(at);
  return DateTime.fromMillis(at + offset * 60_000, { zone: FixedOffsetZone.utcInstance });
}

/** The moment at which they show that. */
export function toMoment(onTheWall: DateTime, { timeZone }: Calendar): Date {
  return onTheWall.setZone(timeZone, { keepLocalTime: true }).toJSDate();
}
