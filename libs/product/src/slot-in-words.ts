import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import type { Slot } from '@app/domain/slot';
import { dateInWords } from './date-in-words';

/** Says a slot as a letter would: "четверг, 3 декабря, 14:00–14:30 (Москва)", "Thursday, 3 December, 14:00–14:30 (Moscow Time)". */
export function slotInWords(slot: Slot, language: Language, timeZone: string, now: Date): string {
  const local = (moment: Date): DateTime =>
    DateTime.fromJSDate(moment, { zone: timeZone }).setLocale(LOCALES[language]);
  const weekday = local(slot.startsAt).toFormat('cccc');
  const day = dateInWords(slot.startsAt, language, timeZone, now);
  const hours = [slot.startsAt, slot.endsAt].map((moment) => local(moment).toFormat('HH:mm')).join('–');
  return `${weekday}, ${day}, ${hours} (${zoneInWords(slot.startsAt, language, timeZone)})`;
}

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru', en: 'en-GB' };

function zoneInWords(moment: Date, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, timeZoneName: 'shortGeneric' });
  return format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
