import type { LocalCalendar } from '@app/domain/rules';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { localDay } from './daily-cap';

/** Letters that count against the same cap of the same day. */
export interface QuotaScope {
  /** The quota's `_id`. */
  readonly id: string;
  readonly cap: number;
  readonly window: LocalCalendar;
  readonly letters: readonly OutboxMessage[];
}

/** The account's caps, in the order of the letters; what we do not initiate is in none. */
export function accountScopes(letters: readonly OutboxMessage[], now: Date): QuotaScope[] {
  return scopes(letters, now, ({ accountId, caps }, day) => ({
    id: `account:${accountId}:${day}`,
    cap: caps.accountPerDay,
  }));
}

/** The companies' caps, in the order of the letters; an address of a mail provider is no company's. */
export function companyScopes(letters: readonly OutboxMessage[], now: Date): QuotaScope[] {
  return scopes(letters, now, ({ accountId, caps }, day) =>
    caps.domain === '' ? null : { id: `domain:${accountId}:${caps.domain}:${day}`, cap: caps.domainPerDay },
  );
}

/** Caps and window come together: both are of letters that we initiate. */
export type CappedLetter = OutboxMessage & {
  readonly caps: NonNullable<OutboxMessage['caps']>;
  readonly window: LocalCalendar;
};

export function isCapped(letter: OutboxMessage): letter is CappedLetter {
  return letter.caps !== null && letter.window !== null;
}

type Quota = Pick<QuotaScope, 'id' | 'cap'>;

function scopes(
  letters: readonly OutboxMessage[],
  now: Date,
  quotaOf: (letter: CappedLetter, day: string) => Quota | null,
): QuotaScope[] {
  const found = new Map<string, QuotaScope>();
  for (const letter of letters) {
    if (!isCapped(letter)) continue;
    const { window } = letter;
    const quota = quotaOf(letter, localDay(window, now));
    if (quota === null) continue;
    // The same quota, asked for under another cap or in other hours, allows another number by now.
    const key = JSON.stringify([quota, window]);
    found.set(key, { ...quota, window, letters: [...(found.get(key)?.letters ?? []), letter] });
  }
  return [...found.values()];
}
