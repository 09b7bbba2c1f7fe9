import { MongoServerError } from 'mongodb';
import { ACCESS_CODE_INDEXES } from './access-codes/access-code.queries';
import { ACCOUNT_INDEXES } from './accounts/account.queries';
import { COLLECTIONS, type CollectionName } from './collections';
import { COMMAND_INDEXES } from './commands/command.queries';
import { COMPANY_INDEXES } from './companies/company.queries';
import { CONTACT_INDEXES } from './contacts/contact.queries';
import { CONVERSATION_INDEXES } from './conversations/conversation.queries';
import type { Database } from './database';
import type { IndexedQuery } from './indexed-query';
import { JOB_INDEXES } from './jobs/job.queries';
import { LINK_INDEXES } from './links/link.queries';
import { ATTACHMENT_CHUNK_INDEXES } from './messages/attachment.queries';
import { MESSAGE_INDEXES } from './messages/message.queries';
import { migrate } from './migrations/migrate';
import { OUTBOX_INDEXES } from './outbox/outbox.queries';
import { QUOTA_INDEXES } from './quotas/quota.queries';
import { markOrigin } from './recover/database-origin';
import { SLOT_CELL_INDEXES, SLOT_INDEXES } from './slots/slot.queries';
import { SUPPRESSION_INDEXES } from './recipients/suppression.queries';
import { TIMER_INDEXES } from './timers/timer.queries';
import { TURN_INDEXES } from './turns/turn.queries';

export const INDEXES: Readonly<Partial<Record<CollectionName, readonly IndexedQuery[]>>> = {
  contacts: CONTACT_INDEXES,
  conversations: CONVERSATION_INDEXES,
  turns: TURN_INDEXES,
  messages: MESSAGE_INDEXES,
  'attachments.chunks': ATTACHMENT_CHUNK_INDEXES,
  outbox: OUTBOX_INDEXES,
  timers: TIMER_INDEXES,
  suppressions: SUPPRESSION_INDEXES,
  commands: COMMAND_INDEXES,
  mail_accounts: ACCOUNT_INDEXES,
  slots: SLOT_INDEXES,
  slot_cells: SLOT_CELL_INDEXES,
  access_codes: ACCESS_CODE_INDEXES,
  quotas: QUOTA_INDEXES,
  companies: COMPANY_INDEXES,
  telegram_links: LINK_INDEXES,
  llm_jobs: JOB_INDEXES,
};

/** What `prepareDatabase` had to make and to change; empty when all of it stood already. */
export interface Prepared {
  readonly collections: readonly string[];
  readonly indexes: readonly string[];
  readonly migrations: readonly string[];
}

/**
 * Makes every collection and index that is missing, and brings documents of before to the form the code knows. Safe to
 * run again, and twice at the same time: transactions need the collections to exist.
 */
export async function prepareDatabase(db: Database): Promise<Prepared> {
  const { driver } = db;
  const standing = new Set((await driver.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const collections = Object.values(COLLECTIONS).filter((name) => !standing.has(name));
  for (const name of collections) await driver.createCollection(name).catch(ignoreStanding);

  const indexes: string[] = [];
  for (const [collection, queries] of Object.entries(INDEXES)) {
    const before = new Set((await driver.collection(collection).indexes()).map(({ name }) => name));
    for (const { keys, options } of queries) {
      await driver.collection(collection).createIndex(keys, options);
      if (!before.has(options.name)) indexes.push(`${collection}.${options.name}`);
    }
  }
  const migrations = await migrate(db);
  await markOrigin(db);
  return { collections, indexes, migrations };
}

/** Somebody else, preparing the same database at the same time, was faster. */
function ignoreStanding(error: unknown): void {
  const isStanding = error instanceof MongoServerError && error.codeName === 'NamespaceExists';
  if (!isStanding) throw error;
}
