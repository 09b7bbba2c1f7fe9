import mongoose from 'mongoose';
import { Database } from '@app/persistence/database';
import { ProductStore } from '@app/persistence/products/product.store';
import { PRODUCT } from '@app/peers/installation/installation';
import { ACCOUNT } from '../installation';
import { installedPeers } from '../install-peers';
import { INBOUND, OUTBOUND, type Bullmq, type RedisAddress } from './bullmq';
import { takeTurn } from './take-turn';

/** What the process is told as its only argument, as JSON; `BULLMQ_BRAIN` stands before it. */
export interface BullmqBrainSettings {
  readonly mongodbUri: string;
  readonly database: string;
  readonly redis: RedisAddress;
  /** Business time, ahead of the system's. */
  readonly aheadMs: number;
}

export const BULLMQ_BRAIN = 'bullmq-brain';

/** Jobs at once: with so many the process itself is busy all the time, and more would bring nothing. */
const CONCURRENCY = 32;

/**
 * A brain as one is written on BullMQ and MongoDB, a process of its own: a job for each stored message, taken up by a
 * worker that commits the turn and then queues the answer. A job is done when its answer is queued, so after a death it is
 * done again, and finds what was committed. Tells its parent when it is ready.
 */
export async function serveBullmqBrain(settings: BullmqBrainSettings): Promise<void> {
  const { Queue, Worker } = (await installedPeers())('bullmq') as Bullmq;
  const { mongodbUri, database, redis: connection, aheadMs } = settings;
  const options = { dbName: database, autoCreate: false, autoIndex: false };
  const db = new Database(await mongoose.createConnection(mongodbUri, options).asPromise());
  const product = await new ProductStore(db).find(PRODUCT);
  if (!product) throw new Error(`the product ${PRODUCT} is not loaded`);
  const now = (): Date => new Date(Date.now() + aheadMs);

  const outbound = new Queue(OUTBOUND, { connection });
  const worker = new Worker(
    INBOUND,
    async ({ data: { messageId } }) => {
      const letterIds = await takeTurn(db, { product, accountAddress: ACCOUNT.address, now: now() }, messageId);
      await outbound.addBulk(
        letterIds.map((letterId) => ({ name: 'send', data: { letterId }, opts: { jobId: idOf(letterId) } })),
      );
    },
    { connection, concurrency: CONCURRENCY },
  );
  worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
  await worker.waitUntilReady();
  process.send?.('ready');
}

/** BullMQ takes no colon in an id. */
function idOf(letterId: string): string {
  return letterId.replaceAll(':', '_');
}
