import { randomUUID } from 'node:crypto';
import { Database } from '@app/persistence/database';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { prepareDatabase } from '@app/persistence/prepare-database';
import type { Recipient } from '@app/persistence/recipients/recipient.schema';
import { askBot } from '../../../../test/support/telegram/ask-bot';
import type { TelegramEmulator } from '../../../../test/support/telegram/emulator';

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

/** Writes into a database beside the measured one, on the same server, with the same indexes; sends as a bot of its own. */
export async function openFloor(db: Database, telegram: TelegramEmulator, sample: Sample): Promise<Floor> {
  const connection = db.connection.useDb(`${db.connection.name}_floor`);
  await prepareDatabase(new Database(connection));
  const client = connection.getClient();
  const native = client.db(connection.name);
  const collection = (name: string) => native.collection<Stored>(name);

  return {
    async measure() {
      const id = randomUUID();
      const again = <T extends Stored>(document: T) => ({ ...document, _id: `${document._id}:${id}` });
      const [message, guard] = [again(sample.message), again(sample.guard)];
      const letter = { ...again(sample.letter), status: 'leased' };
      await collection('recipients').insertOne(guard);
      await collection('outbox').insertOne(letter);
      const person = telegram.user();
      person.starts();

      const startedAt = performance.now();
      await collection('messages').insertOne(message, { writeConcern: { w: 'majority' } });
      const session = client.startSession();
      await session.withTransaction(async () => {
        const claim = { $set: { claimId: id } };
        await collection('recipients').findOneAndUpdate({ _id: guard._id, suppressed: false }, claim, { session });
        const ownLease = { _id: letter._id, status: 'leased', leaseNumber: letter.leaseNumber };
        const handingOver = { $set: { status: 'handing-over', claimId: id } };
        await collection('outbox').findOneAndUpdate(ownLease, handingOver, { session });
      }, MAJORITY);
      await session.endSession();
      await askBot(telegram, 'sendMessage', { chat_id: person.id, text: letter.text });
      return performance.now() - startedAt;
    },
    async close() {
      await native.dropDatabase();
    },
  };
}

const MAJORITY = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;

interface Stored {
  readonly _id: string;
}
