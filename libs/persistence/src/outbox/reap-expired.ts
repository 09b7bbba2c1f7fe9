import type { Channel } from '@app/domain/channel';
import type { Database } from '../database';
import { HAND_OVER_MS } from './claim';
import type { OutboxMessage } from './outbox.schema';

export interface Reaped {
  readonly queuedAgain: number;
  readonly uncertain: number;
}

/** Gives up what a channel's gateway left behind: before the claim it is queued again, after it nobody knows. */
export async function reapExpired(db: Database, channel: Channel, now: Date): Promise<Reaped> {
  const again = await db.outbox.updateMany({ status: 'leased', channel, ...EXPIRED }, { $set: { status: 'queued' } });
  const attempt = {
    at: new Date(),
    outcome: 'uncertain' as const,
    code: null,
    phase: 'content' as const,
    said: 'the gateway died while handing it over',
  };
  const lost = await db.outbox.updateMany(
    { status: 'handing-over', channel, ...EXPIRED },
    [
      {
        $set: {
          status: 'settled',
          outcome: 'uncertain',
          settledAt: now,
          unhandledFor: { $cond: [{ $in: ['operator-notice', '$letters'] }, '$$REMOVE', '$conversationId'] },
          attempts: { $concatArrays: ['$attempts', [{ $literal: attempt }]] },
        },
      },
    ],
    { updatePipeline: true },
  );
  return { queuedAgain: again.modifiedCount, uncertain: lost.modifiedCount };
}

/** Makes the claims of an account anew that ran out; each is taken over by one gateway. */
export async function takeOverExpired(db: Database, accountId: string): Promise<OutboxMessage[]> {
  const taken: OutboxMessage[] = [];
  const outbox = db.native(db.outbox);
  const expired = { status: 'handing-over' as const, accountId, ...EXPIRED };
  for (;;) {
    const letter = await outbox.findOneAndUpdate(expired, HELD_AGAIN, { returnDocument: 'after' });
    if (!letter) return taken;
    taken.push(letter);
  }
}

export const HELD_AGAIN = [{ $set: { leaseUntil: { $add: ['$$NOW', HAND_OVER_MS] } } }];

const EXPIRED = { $expr: { $lte: ['$leaseUntil', '$$NOW'] } };
