import type { InboxMail } from './inbox';

/** A mail as it came in, with whose it is and when, in business time. */
export interface ReceivedMail extends InboxMail {
  readonly accountId: string;
  /** What its UID is unique under, in decimal. */
  readonly uidValidity: string;
  readonly storedAt: Date;
}
