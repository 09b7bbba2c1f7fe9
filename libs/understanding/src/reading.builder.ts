import type { Reading } from '@app/domain/reading';
import type { Slot } from '@app/domain/slot';
import { readOffline } from './read-offline';

/** Sunday noon in Moscow. */
export const NOW = new Date('2026-11-22T12:00:00+03:00');
export const MOSCOW = 'Europe/Moscow';

/** Reads a message as if it came on a Sunday at noon, in Moscow. */
export function read(text: string): Reading {
  return readOffline(text, /[а-я]/i.test(text) ? { ...CONTEXT, daysOff: RUSSIAN_HOLIDAYS } : CONTEXT);
}

/** Public holidays until the summer of 2027. */
const RUSSIAN_HOLIDAYS = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((day) => `2027-01-0${day}`)
  .concat('2027-02-23', '2027-03-08', '2027-05-01', '2027-05-09', '2027-06-12');
const BRITISH_HOLIDAYS = ['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03'];

const CONTEXT = {
  now: NOW,
  timeZone: MOSCOW,
  ownAddresses: ['sales@our-agent.example', '@our_agent_bot'],
  daysOff: BRITISH_HOLIDAYS,
};

/** What a contact could choose from: Tuesday at 14:00, Wednesday at 10:00, Thursday at 16:00. */
export const OFFERED: readonly Slot[] = [slotAt('24T14:00'), slotAt('25T10:00'), slotAt('26T16:00')];

/** Reads a message of a contact who was offered `OFFERED`. */
export function readOffered(text: string): Reading {
  return readOffline(text, { ...CONTEXT, offered: OFFERED });
}

/** Reads a message of a contact who has a demo slot. */
export function readBooked(text: string): Reading {
  return readOffline(text, { ...CONTEXT, booked: true });
}

/** A moment in Moscow, `DDTHH:MM`, the day counted from the first of November. */
export function inNovember(moment: string): Date {
  const [day = '', time = ''] = moment.split('T');
  return new Date(new Date(`2026-11-01T${time}:00+03:00`).getTime() + (Number(day) - 1) * 86_400_000);
}

function slotAt(moment: string): Slot {
  const startsAt = inNovember(moment);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000) };
}

/** What a message says, in the order of the reading. */
export function wishesIn(text: string): readonly string[] {
  return read(text).intents.map(({ type }) => type);
}

/** The calendar day on which a message asks us to come back, in Moscow. */
export function dayIn(text: string): string | undefined {
  const postpone = read(text).intents.find((intent) => intent.type === 'postpone');
  return postpone?.until && new Intl.DateTimeFormat('sv-SE', { timeZone: MOSCOW }).format(postpone.until);
}
