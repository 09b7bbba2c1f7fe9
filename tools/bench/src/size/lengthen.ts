import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/**
 * Gives a conversation a past of this many more messages, each with its turns and its answer, copied from the first
 * exchange it had.
 */
export async function lengthen(db: Database, { conversationId }: OutboxMessage, messages: number): Promise<void> {
  const first = await Promise.all(
    (['messages', 'turns', 'outbox'] as const).map(async (name) => ({
      name,
      documents: await collection(db, name)
        .find({ conversationId, ...exchanged(name) })
        .toArray(),
    })),
  );
  for (let done = 0; done < messages; done += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, messages - done) }, (_, index) => done + index);
    for (const { name, documents } of first) {
      const copies = numbers.flatMap((number) => documents.map((document) => copy(document, number)));
      if (copies.length > 0) await collection(db, name).insertMany(copies, { ordered: false });
    }
  }
}

const BATCH = 500;

/** What the opening left behind is not repeated. */
function exchanged(name: 'messages' | 'turns' | 'outbox'): object {
  if (name === 'turns') return { 'event.type': { $in: ['contactWrote', 'messageUnderstood', 'deliverySettled'] } };
  return name === 'outbox' ? { letters: 'answer' } : {};
}

function copy(document: Stored, number: number): Stored {
  const past = (value: unknown): unknown =>
    value instanceof Date ? new Date(value.getTime() - (number + 1) * 60_000) : value;
  return {
    ...document,
    ...Object.fromEntries(DATES.flatMap((name) => (name in document ? [[name, past(document[name])]] : []))),
    _id: `${document._id}:past-${number}`,
    ...('messageId' in document
      ? { messageId: `<past-${number}-${document._id.replace(/[^\w-]/g, '')}@past.test>` }
      : {}),
  };
}

const DATES = ['storedAt', 'sentAt', 'at', 'createdAt', 'settledAt'] as const;

interface Stored {
  readonly _id: string;
  readonly [name: string]: unknown;
}

function collection(db: Database, name: string) {
  return db.driver.collection<Stored>(name);
}
