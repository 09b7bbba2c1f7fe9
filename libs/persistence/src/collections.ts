/** Every collection, by its name in MongoDB. */
export const COLLECTIONS = {
  contacts: 'contacts',
  conversations: 'conversations',
  turns: 'turns',
  messages: 'messages',
  outbox: 'outbox',
  timers: 'timers',
  recipients: 'recipients',
  suppressions: 'suppressions',
  commands: 'commands',
  mailAccounts: 'mail_accounts',
  mailboxCursors: 'mailbox_cursors',
  products: 'products',
  instances: 'instances',
  clock: 'clock',
} as const;

export type CollectionName = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];
