import type { MailReading } from '@app/mail-text/read-mail';

/** A reading for JSON, where an absent value must be null to keep its key. */
export function withEveryKey(reading: MailReading): object {
  return Object.fromEntries(Object.entries(reading).map(([key, value]) => [key, (value as unknown) ?? null]));
}
