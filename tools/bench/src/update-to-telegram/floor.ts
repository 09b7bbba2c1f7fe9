import { randomUUID } from 'node:crypto';
import type { Database } from '@app/persistence/database';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Recipient } from '@app/persistence/recipients/recipient.schema';
import { askBot } from '../../../../test/support/telegram/ask-bot';
import type { TelegramEmulator } from '../../../../test/support/telegram/emulator';
import { again, openFloorDatabase } from '../floor/floor-database';

/** Documents of one answered question, to be written again under other ids. */
export interface Sample {
  readonly message: InboundMessage;
  readonly letter: OutboxMessage;
  readonly guard: Recipient;
}

/** One stored write, one claim (a transaction) and one call of the Bot API, in one process that waits for nobody. */
export interface Floor {
  /** Milliseconds; each time to a chat of its own. */
  measure(): Promise<number>;
  close(): Promise<void>;
}

/** Sends as a bot of its own. */
export async function openFloor(db: Database, telegram: TelegramEmulator, sample: Sample): Promise<Floor> {
  const floor = await openFloorDatabase(db);
  const { collection } = floor;
  return {
    async measure() {
      const id = randomUUID();
      const [message, guard] = [again(sample.message, id), again(sample.guard, id)];
      const letter = { ...again(sample.letter, id), status: 'leased' };
      await collection('recipients').insertOne(guard);
      await collection('outbox').insertOne(letter);
      const person = telegram.user();
      person.starts();

      const startedAt = performance.now();
      await collection('messages').insertOne(message, { writeConcern: { w: 'majority' } });
      await floor.claim(letter, guard, id);
      await askBot(telegram, 'sendMessage', { chat_id: person.id, text: letter.text });
      return performance.now() - startedAt;
    },
    close: () => floor.close(),
  };
}
