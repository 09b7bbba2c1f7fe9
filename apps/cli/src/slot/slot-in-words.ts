import { DateTime } from 'luxon';
import type { Slot } from '@app/domain/slot';

/** A slot in the product's time zone: "Thu 3 Dec 2026, 14:00 to 14:30 (Europe/Moscow)". */
export function slotInWords({ startsAt, endsAt }: Slot, timeZone: string): string {
  const [from, to] = [startsAt, endsAt].map((moment) =>
    DateTime.fromJSDate(moment, { zone: timeZone }).setLocale('en-GB'),
  );
  return `${from?.toFormat('ccc d LLL yyyy, HH:mm') ?? ''} to ${to?.toFormat('HH:mm') ?? ''} (${timeZone})`;
}
