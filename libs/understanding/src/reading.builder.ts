import type { Reading } from '@app/domain/reading';
import { readOffline } from './read-offline';

/** Sunday noon in Moscow. */
export const NOW = new Date('2026-11-22T12:00:00+03:00');
export const MOSCOW = 'Europe/Moscow';

/** Reads a message as if it came on a Sunday at noon, in Moscow. */
export function read(text: string): Reading {
  return readOffline(text, { now: NOW, timeZone: MOSCOW, ownAddresses: ['sales@our-agent.example'] });
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
