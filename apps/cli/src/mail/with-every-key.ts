import type { MailReading } from '@app/mail-text/read-mail';

/** A reading for JSON, where an absent value must be null to keep its key. */
export function withEveryKey(reading: MailReading): object {
  return { ...nullsFor(reading), facts: nullsFor(reading.facts) };
}

function nullsFor(value: object): object {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, (each as unknown) ?? null]));
}
