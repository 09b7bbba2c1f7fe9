import type { FolderMail } from './folder-mail';

/** A mail as it came in, with whose it is and when, in business time. */
export interface ReceivedMail extends FolderMail {
  readonly accountId: string;
  /** What its UID is unique under, in decimal. */
  readonly uidValidity: string;
  readonly storedAt: Date;
}
