import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeliveryOutcome } from '@app/domain/delivery';
import { Database } from '../database';
import { KeyRing } from '../keys/key-ring';
import { claim, type Claim } from './claim';
import type { OutboxMessage } from './outbox.schema';

const LEASE_MS = 30_000;

const DUE = { status: 'queued' as const, $expr: { $lte: ['$notBefore', '$$NOW'] } };

/** How one attempt ended, in the server's own words. */
export interface Attempt {
  readonly outcome: DeliveryOutcome;
  readonly code: number | null;
  readonly said: string;
  /** For `rejected`: what the server objected to. */
  readonly rejectedFor: 'address' | 'content' | null;
  /** For `retry`: how long to wait. */
  readonly retryInMs: number;
}

/** The letters on their way out: lease → (prepare) → claim → (act) → settle. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /** Ids of the letters that may be tried by `now` (server time), the earliest first, in pages. */
  async *queued(now: Date): AsyncIterable<string> {
    const due = { status: 'queued', notBefore: { $lte: now } } as const;
    for await (const { _id } of this.db.outbox.find(due, { _id: 1 }).sort({ notBefore: 1 }).lean().cursor()) yield _id;
  }

  /** The letters of a conversation, oldest first. */
  async ofConversation(conversationId: string): Promise<OutboxMessage[]> {
    return this.db.outbox.find({ conversationId }).sort({ createdAt: 1 }).lean<OutboxMessage[]>();
  }

  /** Whether a letter waits and may be tried by now. */
  async isQueued(id: string): Promise<boolean> {
    return (await this.db.outbox.exists({ _id: id, ...DUE })) !== null;
  }

  /** When the next after `moment` is due: a postponed retry, or a lease that runs out. Both in server time. */
  async earliestAfter(moment: Date): Promise<Date | null> {
    const first = async (status: OutboxMessage['status'], field: 'notBefore' | 'leaseUntil'): Promise<Date | null> => {
      const [letter] = await this.db.outbox
        .find({ status, [field]: { $gt: moment } }, { [field]: 1 })
        .sort({ [field]: 1 })
        .limit(1)
        .lean<Pick<OutboxMessage, 'notBefore' | 'leaseUntil'>[]>();
      return letter?.[field] ?? null;
    };
    const dates = await Promise.all([
      first('queued', 'notBefore'),
      first('leased', 'leaseUntil'),
      first('handing-over', 'leaseUntil'),
    ]);
    return dates.reduce((one, other) => (one && other ? (one < other ? one : other) : (one ?? other)), null);
  }

  /** Leases those of `ids` that are still queued and due; the lease number is the fence of what follows. */
  async lease(ids: readonly string[], by: string): Promise<OutboxMessage[]> {
    const leasedBy = `${by}:${randomUUID()}`;
    const lease = [
      {
        $set: {
          status: 'leased',
          leasedBy,
          leaseUntil: { $add: ['$$NOW', LEASE_MS] },
          leaseNumber: { $add: ['$leaseNumber', 1] },
        },
      },
    ];
    // Not waited for by a majority: the claim is, and it names the lease.
    const options = { updatePipeline: true, writeConcern: { w: 1 } } as const;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      const letter = await this.db
        .native(this.db.outbox)
        .findOneAndUpdate({ _id: only, ...DUE }, lease, { writeConcern: { w: 1 }, returnDocument: 'after' });
      return letter ? [letter] : [];
    }
    await this.db.outbox.updateMany({ _id: { $in: ids }, ...DUE }, lease, options);
    return this.db.outbox.find({ _id: { $in: ids }, leasedBy }).lean<OutboxMessage[]>();
  }

  /** Whether no gateway has begun to hand a letter over; the commit that withdraws it makes sure of it. */
  async canBeWithdrawn(id: string): Promise<boolean> {
    return (await this.db.outbox.exists({ _id: id, status: { $in: ['queued', 'leased'] } })) !== null;
  }

  /** Lets a lease go before the claim: the letter is queued again, and may be tried after `inMs`. */
  async release(letter: OutboxMessage, inMs: number): Promise<void> {
    await this.db.outbox.updateOne(
      { _id: letter._id, status: 'leased', leaseNumber: letter.leaseNumber },
      [{ $set: { status: 'queued', notBefore: { $add: ['$$NOW', inMs] } } }],
      { updatePipeline: true },
    );
  }

  /** Checks and writes the guards and marks the hand-over; only what it says is claimed may be sent. */
  claim(leased: readonly OutboxMessage[]): Promise<Claim> {
    return claim(this.db, this.keys, leased);
  }

  /** Records how an attempt ended. A late `sent` is still taken after the letter was given up as `uncertain`. */
  async settle(letter: OutboxMessage, attempt: Attempt, now: Date): Promise<void> {
    const { outcome, code, said } = attempt;
    const attempts = { at: new Date(), outcome, code, said };
    if (outcome === 'retry') {
      // A conversation that was begun anew meanwhile has written another opening.
      const isOver = await this.db.conversations.exists({ _id: letter.conversationId, closed: true });
      await this.db.outbox.updateOne(
        { _id: letter._id, status: 'handing-over', claimId: letter.claimId },
        [
          {
            $set: {
              status: isOver ? 'cancelled' : 'queued',
              claimId: null,
              notBefore: { $add: ['$$NOW', attempt.retryInMs] },
              attempts: { $concatArrays: ['$attempts', [{ $literal: attempts }]] },
            },
          },
        ],
        { updatePipeline: true },
      );
      return;
    }
    const settled = {
      status: 'settled' as const,
      outcome,
      rejectedFor: attempt.rejectedFor,
      settledAt: now,
      unhandledFor: letter.conversationId,
    };
    const own =
      outcome === 'withheld'
        ? { _id: letter._id, status: 'leased' as const, leaseNumber: letter.leaseNumber }
        : { _id: letter._id, claimId: letter.claimId, ...notSettledUnless(outcome) };
    await this.db.outbox.updateOne(own, { $set: settled, $push: { attempts } });
  }

  /** Gives up what its gateway left behind: before the claim it is queued again, after it nobody knows. */
  async reapExpired(now: Date): Promise<{ readonly queuedAgain: number; readonly uncertain: number }> {
    const expired = { $expr: { $lte: ['$leaseUntil', '$$NOW'] } };
    const again = await this.db.outbox.updateMany({ status: 'leased', ...expired }, { $set: { status: 'queued' } });
    const attempt = {
      at: new Date(),
      outcome: 'uncertain' as const,
      code: null,
      said: 'the gateway died while handing it over',
    };
    const lost = await this.db.outbox.updateMany(
      { status: 'handing-over', ...expired },
      [
        {
          $set: {
            status: 'settled',
            outcome: 'uncertain',
            settledAt: now,
            unhandledFor: '$conversationId',
            attempts: { $concatArrays: ['$attempts', [{ $literal: attempt }]] },
          },
        },
      ],
      { updatePipeline: true },
    );
    return { queuedAgain: again.modifiedCount, uncertain: lost.modifiedCount };
  }

  /** What the leases and `notBefore` are measured by. */
  async serverTime(): Promise<Date> {
    const hello = await this.db.driver.command({ hello: 1 });
    return hello['localTime'] as Date;
  }
}

function notSettledUnless(outcome: DeliveryOutcome): { readonly $or: object[] } {
  const late = outcome === 'sent' ? [{ status: 'settled' as const, outcome: 'uncertain' as const }] : [];
  return { $or: [{ status: 'handing-over' as const }, ...late] };
}
