import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { fill } from '../size/fill';

/** Makes so many conversations that wait for their contact, copied from one that does, and gives their openings. */
export async function standingConversations(
  db: Database,
  opening: OutboxMessage,
  count: number,
): Promise<readonly OutboxMessage[]> {
  await fill(db, opening, { contacts: count, messages: count }, () => undefined);
  const contactId = { $regex: `^\\d+-${opening.contactId}$` };
  const openings = await db.outbox.find({ contactId }).lean<OutboxMessage[]>();
  if (openings.length !== count) throw new Error(`${openings.length} conversations of ${count} were made`);
  return openings;
}
