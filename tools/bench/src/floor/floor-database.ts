import type { ClientSession, Collection } from 'mongodb';
import { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { prepareDatabase } from '@app/persistence/prepare-database';
import type { Recipient } from '@app/persistence/recipients/recipient.schema';

/** A database beside the measured one, on the same server, with the same indexes, for documents written again. */
export interface FloorDatabase {
  readonly collection: (name: string) => Collection<Stored>;
  /** One transaction, as durable as those of the services. */
  transaction(steps: (session: ClientSession) => Promise<void>): Promise<void>;
  /**
   * The claim as the transaction it is: it writes the recipient's guard and marks the letter under the gateway's own
   * lease. A bare update in its place would be a millisecond or two quicker, and could let a stop and a letter pass
   * each other.
   */
  claim(
    letter: Pick<OutboxMessage, '_id' | 'leaseNumber'>,
    guard: Pick<Recipient, '_id'>,
    claimId: string,
  ): Promise<void>;
  /** Removes it. */
  close(): Promise<void>;
}

export interface Stored {
  readonly _id: string;
}

export async function openFloorDatabase({ connection }: Database): Promise<FloorDatabase> {
  const beside = connection.useDb(`${connection.name}_floor`);
  await prepareDatabase(new Database(beside));
  const client = beside.getClient();
  const native = client.db(beside.name);
  const collection = (name: string): Collection<Stored> => native.collection<Stored>(name);
  const transaction = (steps: (session: ClientSession) => Promise<void>): Promise<void> =>
    client.withSession((session) => session.withTransaction(() => steps(session), MAJORITY));
  return {
    collection,
    transaction,
    claim: ({ _id, leaseNumber }, guard, claimId) =>
      transaction(async (session) => {
        const claim = { $set: { claimId } };
        await collection('recipients').findOneAndUpdate({ _id: guard._id, suppressed: false }, claim, { session });
        const handingOver = { $set: { status: 'handing-over', claimId } };
        const ownLease = { _id, status: 'leased', leaseNumber };
        await collection('outbox').findOneAndUpdate(ownLease, handingOver, { session });
      }),
    async close() {
      await native.dropDatabase();
    },
  };
}

/** The document under another id. */
export function again<T extends Stored>(document: T, id: string): T {
  return { ...document, _id: `${document._id}:${id}` };
}

const MAJORITY = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;
