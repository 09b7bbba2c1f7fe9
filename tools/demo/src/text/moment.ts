import { DateTime } from 'luxon';

/** A moment where the contact is: "Mon 23 November 2026, 10:00". */
export function momentInWords(moment: Date, timeZone: string): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).setLocale('en-GB').toFormat('ccc d LLLL yyyy, HH:mm');
}
