import { setTimeout as pause } from 'node:timers/promises';
import { CommandStore } from '@app/persistence/commands/command.store';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { PRODUCT } from '../installation/installation';

/** Adds this many contacts and returns the opening letter of each, when all are sent and each contact is waited for. */
export async function offeredContacts(db: Database, count: number): Promise<OutboxMessage[]> {
  const commands = new CommandStore(db);
  for (let number = 1; number <= count; number += 1) {
    const id = `contact-${number}`;
    const contact = { id, productId: PRODUCT, name: 'Анна', company: 'Дом', language: 'ru' as const };
    await commands.queue({ type: 'addContact', contact: { ...contact, address: `${id}@bench.test` } });
  }
  const giveUpAt = performance.now() + LIMIT_MS;
  while ((await db.conversations.countDocuments({ stage: 'awaiting-reply' })) < count) {
    if (performance.now() > giveUpAt) throw new Error(`${count} opening letters were not sent within two minutes`);
    await pause(LOOK_AGAIN_MS);
  }
  return db.outbox.find().sort({ _id: 1 }).lean<OutboxMessage[]>();
}

const LIMIT_MS = 120_000;
const LOOK_AGAIN_MS = 200;
