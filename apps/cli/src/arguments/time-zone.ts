import { Mistake } from '../command-line/mistake.error';

/** An IANA time zone by its own spelling; throws a `Mistake` when there is none of that name. */
export function timeZone(option: string, given: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given.trim() }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new Mistake(`${option} "${given}" is no time zone; write it like Europe/Moscow.`, { cause });
  }
}
