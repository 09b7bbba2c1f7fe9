import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';

/** Says a day as a letter would ("1 декабря", "1 December"), with the year when it is not the year of `now`. */
export function dateInWords(date: Date, language: Language, timeZone: string, now: Date): string {
  const day = DateTime.fromJSDate(date, { zone: timeZone });
  const isThisYear = day.year === DateTime.fromJSDate(now, { zone: timeZone }).year;
  // Luxon's own Russian format puts "г." behind the year, which reads badly before a full stop.
  return day.setLocale(language === 'ru' ? 'ru' : 'en-GB').toFormat(isThisYear ? 'd MMMM' : 'd MMMM yyyy');
}
