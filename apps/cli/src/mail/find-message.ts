import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { MessageStore } from '@app/persistence/messages/message.store';
import { Mistake } from '../command-line/mistake.error';

/** The message of an id; throws a `Mistake` when there is none. */
export async function findMessage(messages: MessageStore, id: string): Promise<InboundMessage> {
  const message = await messages.find(id);
  if (message) return message;
  throw new Mistake(
    `There is no message ${id}; \`sales-agent contact show\` and \`sales-agent mail unmatched\` show the ids.`,
  );
}
