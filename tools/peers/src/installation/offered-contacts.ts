import { setTimeout as pause } from 'node:timers/promises';
import type { NewContact } from '@app/persistence/commands/command.schema';
import { CommandStore } from '@app/persistence/commands/command.store';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { PRODUCT } from './installation';

/** Adds contacts under these ids and returns the opening of each, when all are sent and each contact is waited for. */
export async function offeredContacts(db: Database, ids: readonly string[]): Promise<OutboxMessage[]> {
  await addContacts(db, ids);
  const giveUpAt = performance.now() + LIMIT_MS;
  const offered = { contactId: { $in: ids }, stage: 'awaiting-reply' } as const;
  while ((await db.conversations.countDocuments(offered)) < ids.length) {
    if (performance.now() > giveUpAt) throw new Error(`${ids.length} opening letters were not sent within two minutes`);
    await pause(LOOK_AGAIN_MS);
  }
  return db.outbox
    .find({ contactId: { $in: ids } })
    .sort({ _id: 1 })
    .lean<OutboxMessage[]>();
}

/** Queues the commands that make these contacts, each at a company of its own. */
export async function addContacts(db: Database, ids: readonly string[]): Promise<void> {
  const commands = new CommandStore(db);
  for (const id of ids) await commands.queue({ type: 'addContact', contact: contactToAdd(id) });
}

export function contactToAdd(id: string): NewContact {
  return {
    id,
    productId: PRODUCT,
    name: 'Анна',
    company: 'Дом',
    language: 'ru',
    address: addressOf(id),
    timeZone: null,
    interests: [],
    consent: { source: '', ground: '' },
  };
}

export function addressOf(contactId: string): string {
  return `anna@${contactId}.test`;
}

const LIMIT_MS = 120_000;
const LOOK_AGAIN_MS = 200;
