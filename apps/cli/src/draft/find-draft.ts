import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { Mistake } from '../command-line/mistake.error';

/** The draft of an id; throws a `Mistake` when there is no such letter, or it waits for nobody's word. */
export async function findDraft(outbox: OutboxStore, id: string): Promise<OutboxMessage> {
  const letter = await outbox.find(id);
  if (letter?.status === 'draft') return letter;
  const problem = letter ? `The letter ${id} is no draft (it is ${letter.status})` : `There is no draft ${id}`;
  throw new Mistake(`${problem}; \`sales-agent draft list\` shows them all.`);
}
