import type { Action, ServiceName, ServiceRole } from './service-role';

const READ = ['find'] as const;
const CHANGE = ['find', 'update'] as const;
const KEEP = ['find', 'insert', 'update'] as const;
const OWN = ['find', 'insert', 'update', 'remove'] as const;
const WATCH = ['changeStream'] as const;

/** What every service with a heartbeat needs: to see that the database is prepared, and to know its fellows. */
const MEMBER = {
  migrations: READ,
  database_origin: READ,
  recipients: READ,
  instances: [...OWN, ...WATCH],
  clock: [...READ, ...WATCH],
} as const satisfies ServiceRole['collections'];

/** What a gateway needs, whatever its channel: letters, their guards and files on the way out, messages on the way in. */
const GATEWAY = {
  ...MEMBER,
  outbox: [...CHANGE, ...WATCH],
  recipients: CHANGE,
  conversations: READ,
  suppressions: READ,
  products: READ,
  'files.files': READ,
  'files.chunks': READ,
  quotas: KEEP,
  messages: ['find', 'insert'],
  erased_messages: READ,
  'attachments.files': KEEP,
  'attachments.chunks': ['insert'],
} as const satisfies ServiceRole['collections'];

/**
 * Who may do what. The brain's stream is one over the whole database, and such a stream takes `find` on all of it; every
 * other service watches only the collections that wake it. Of users and roles nobody here may change anything.
 */
export const SERVICE_ROLES: Readonly<Record<ServiceName, ServiceRole>> = {
  'sales-brain': {
    name: 'salesBrain',
    everywhere: ['find', 'changeStream', 'listCollections'],
    monitors: false,
    collections: {
      instances: OWN,
      contacts: OWN,
      conversations: OWN,
      turns: OWN,
      messages: ['update', 'remove'],
      'attachments.files': ['update', 'remove'],
      'attachments.chunks': ['remove'],
      outbox: OWN,
      timers: OWN,
      commands: OWN,
      slots: OWN,
      slot_cells: OWN,
      suppressions: OWN,
      recipients: KEEP,
      companies: KEEP,
      erased_messages: KEEP,
      llm_jobs: OWN,
      access_codes: KEEP,
      products: CHANGE,
      telegram_links: OWN,
      telegram_vain_starts: OWN,
    },
  },
  'mail-gateway': {
    name: 'mailGateway',
    everywhere: ['listCollections'],
    monitors: false,
    collections: {
      ...GATEWAY,
      mail_accounts: [...CHANGE, ...WATCH],
      mailbox_cursors: KEEP,
    },
  },
  'tg-gateway': {
    name: 'tgGateway',
    everywhere: ['listCollections'],
    monitors: false,
    collections: {
      ...GATEWAY,
      telegram_bots: [...KEEP, ...WATCH],
      telegram_connections: KEEP,
      telegram_groups: KEEP,
      telegram_paces: KEEP,
    },
  },
  'llm-host': {
    name: 'llmHost',
    everywhere: [],
    monitors: false,
    collections: { llm_jobs: [...CHANGE, ...WATCH] },
  },
  cli: {
    name: 'salesAgentCli',
    // It prepares and migrates the database, so it may write everywhere; but it forgets nothing, least of all a stop.
    everywhere: [
      'find',
      'insert',
      'update',
      'changeStream',
      'createCollection',
      'createIndex',
      'dropIndex',
      'listCollections',
      'listIndexes',
      'dbStats',
      'viewUser',
      'viewRole',
    ],
    monitors: true,
    collections: {},
  },
};

/** The roles as MongoDB takes them, for one database. */
export function privilegesOf({ everywhere, collections }: ServiceRole, db: string): readonly Privilege[] {
  const named = Object.entries(collections).map(([collection, actions]) => ({
    resource: { db, collection },
    actions: [...actions],
  }));
  return everywhere.length === 0 ? named : [{ resource: { db, collection: '' }, actions: [...everywhere] }, ...named];
}

export interface Privilege {
  readonly resource: { readonly db: string; readonly collection: string };
  readonly actions: readonly Action[];
}
