/** What can be found out about a mail account before anybody is written to from it. */
export const CHECK_NAMES = ['smtp', 'imap', 'idle', 'folders', 'clock', 'spf', 'dkim', 'dmarc'] as const;

export type CheckName = (typeof CHECK_NAMES)[number];
