import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { Mistake } from '../command-line/mistake.error';

/** The letter of an id; throws a `Mistake` when there is none. */
export async function findLetter(outbox: OutboxStore, id: string): Promise<OutboxMessage> {
  const letter = await outbox.find(id);
  if (!letter) throw new Mistake(`There is no letter ${id}; \`sales-agent outbox list\` shows the newest ones.`);
  return letter;
}
