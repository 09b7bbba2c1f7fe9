import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { prepareDatabase } from '@app/persistence/prepare-database';
import { dieWithThisProcess } from '@app/peers/system/die-with-this-process';
import { withinTime } from '@app/peers/system/within-time';
import type { LoadPeer } from '../install-peers';
import type { BenchInstallation } from '../installation';
import type { Redis } from '../servers/redis';
import { INBOUND, OUTBOUND, type Bullmq } from './bullmq';
import { BULLMQ_BRAIN, type BullmqBrainSettings } from './bullmq-brain';
import type { Pipeline } from './pipeline';

export interface ClosablePipeline extends Pipeline {
  close(): Promise<void>;
}

/** On a database beside the measured one, on the same server, with the same indexes and what one contact stands on. */
export async function bullmqPipeline(
  { db, env, now }: BenchInstallation,
  opening: OutboxMessage,
  load: LoadPeer,
  { port }: Redis,
): Promise<ClosablePipeline> {
  const beside = new Database(db.connection.useDb(`${db.connection.name}_bullmq`));
  await prepareDatabase(beside);
  await copyOver(db, beside, opening);

  const redis = { host: '127.0.0.1', port };
  const settings: BullmqBrainSettings = {
    ...{ mongodbUri: env.MONGODB_URI, database: beside.connection.name, redis },
    aheadMs: now().getTime() - Date.now(),
  };
  // This program is what it runs too (see `main.ts`).
  const brain = fork(__filename, [BULLMQ_BRAIN, JSON.stringify(settings)]);
  const bond = dieWithThisProcess(brain.pid, undefined);
  const exit = once(brain, 'exit');
  const ended = exit.then(() => Promise.reject(new Error('the brain on BullMQ ended before it was ready')));
  ended.catch(() => undefined);
  await withinTime(START_LIMIT_MS, 'starting the brain on BullMQ', Promise.race([once(brain, 'message'), ended]));

  const { Queue } = load('bullmq') as Bullmq;
  const [inbound, outbound] = [INBOUND, OUTBOUND].map((name) => new Queue(name, { connection: redis }));
  if (!inbound || !outbound || brain.pid === undefined) throw new Error('the brain on BullMQ did not start');
  return {
    db: beside,
    pid: brain.pid,
    async announce(messageIds) {
      await inbound.addBulk(messageIds.map((messageId) => ({ name: 'message', data: { messageId }, opts: KEPT })));
    },
    answered: () => outbound.getWaitingCount(),
    async close() {
      brain.kill('SIGKILL');
      await exit;
      bond.release();
      await inbound.close();
      await outbound.close();
      await beside.connection.dropDatabase();
    },
  };
}

/** A conversation that changed meanwhile is tried again. */
const KEPT = { attempts: 10, backoff: { type: 'exponential', delay: 20 }, removeOnComplete: true } as const;
const START_LIMIT_MS = 30_000;

async function copyOver(from: Database, to: Database, { contactId, conversationId }: OutboxMessage): Promise<void> {
  const standing = {
    products: {},
    contacts: { _id: contactId },
    conversations: { _id: conversationId },
    turns: { conversationId },
    outbox: { conversationId },
    timers: { conversationId },
  };
  for (const [name, filter] of Object.entries(standing)) {
    const into = { $merge: { into: { db: to.connection.name, coll: name } } };
    await from.driver
      .collection(name)
      .aggregate([{ $match: filter }, into])
      .toArray();
  }
}
