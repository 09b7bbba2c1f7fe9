/** Every collection, by its name in MongoDB. */
export const COLLECTIONS = {
  contacts: 'contacts',
  conversations: 'conversations',
  turns: 'turns',
  messages: 'messages',
  attachmentFiles: 'attachments.files',
  attachmentChunks: 'attachments.chunks',
  outbox: 'outbox',
  timers: 'timers',
  recipients: 'recipients',
  suppressions: 'suppressions',
  commands: 'commands',
  mailAccounts: 'mail_accounts',
  mailboxCursors: 'mailbox_cursors',
  products: 'products',
  slots: 'slots',
  slotCells: 'slot_cells',
  accessCodes: 'access_codes',
  quotas: 'quotas',
  companies: 'companies',
  erasedMessages: 'erased_messages',
  llmJobs: 'llm_jobs',
  migrations: 'migrations',
  instances: 'instances',
  clock: 'clock',
} as const;

export type CollectionName = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];
