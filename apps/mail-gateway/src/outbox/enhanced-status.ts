/** A reply's class, subject and detail (RFC 3463), such as 5.1.1. */
export interface EnhancedStatus {
  readonly subject: number;
  readonly detail: number;
}

/** The enhanced status code a reply begins with (RFC 2034); null where the server gives none. */
export function enhancedStatus(said: string): EnhancedStatus | null {
  const [, subject, detail] = /^\d{3}[ -][245]\.(\d{1,3})\.(\d{1,3})(?!\d)/.exec(said) ?? [];
  return subject === undefined || detail === undefined ? null : { subject: Number(subject), detail: Number(detail) };
}

/** Whether a refusal is about the recipient's address: there is no such mailbox, no such domain, or it is switched off. */
export function isAboutRecipient({ code, said }: Refusal): boolean {
  const status = enhancedStatus(said);
  if (status !== null && !SAYS_NOTHING.includes(status.subject)) return isOneOf(ABOUT_RECIPIENT, status);
  return NO_SUCH_MAILBOX.includes(code) && !ABOUT_US.test(said);
}

/** Whether a refusal is about the sender: it is blocked, or may not write from this address. */
export function isAboutSender({ code, said }: Refusal): boolean {
  const status = enhancedStatus(said);
  if (status !== null && !SAYS_NOTHING.includes(status.subject)) return isOneOf(ABOUT_SENDER, status);
  return SENDER_REFUSED.includes(code);
}

interface Refusal {
  readonly code: number;
  readonly said: string;
}

/** By subject; of policy (7) each one is about who sends, not about who receives. */
type Statuses = Readonly<Record<number, readonly number[] | 'all'>>;

/** 4.1 is how Microsoft 365 says that it knows no such recipient, 4.4 that the domain leads nowhere. */
const ABOUT_RECIPIENT: Statuses = { 1: [0, 1, 2, 3, 4, 6, 9, 10], 2: [0, 1], 4: [1, 4] };
const ABOUT_SENDER: Statuses = { 1: [7, 8], 7: 'all' };

function isOneOf(statuses: Statuses, { subject, detail }: EnhancedStatus): boolean {
  const details = statuses[subject];
  return details === 'all' || details?.includes(detail) === true;
}

/** "Other" and "protocol": many servers put these where they know no better, and the reply code says more. */
const SAYS_NOTHING: readonly number[] = [0, 5];

const NO_SUCH_MAILBOX: readonly number[] = [450, 550, 551, 553];
const SENDER_REFUSED: readonly number[] = [550, 551, 553, 554];

/** Servers that give no enhanced codes answer RCPT with 550 for their own policy too, and say so only in words. */
const ABOUT_US = /relay|block|black|spam|polic|reputation|denied|sender|dnsbl|spf|dkim|dmarc/i;
