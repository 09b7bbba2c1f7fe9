import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** What of its account keeps a queued letter from leaving, in a sentence that says what to do; '' for nothing. */
export function whyItWaits(
  letter: Pick<OutboxMessage, 'status' | 'requiredChecks'>,
  account: Pick<MailAccount, 'address' | 'paused' | 'checks'> | undefined,
): string {
  if (letter.status === 'held') return 'it is held until it is known whether the contact said stop';
  if (letter.status !== 'queued') return '';
  if (account === undefined) return 'its mail account is gone';
  if (account.paused !== null) return `${account.address} is paused: ${account.paused.because}`;
  const lacking = letter.requiredChecks.filter(
    (name) => !account.checks.some((check) => check.name === name && check.state === 'right'),
  );
  if (lacking.length === 0) return '';
  return `${account.address} has to pass ${lacking.join(', ')} first: sales-agent account check ${account.address}`;
}
