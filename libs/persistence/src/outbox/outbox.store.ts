import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeliveryOutcome } from '@app/domain/delivery';
import { Database } from '../database';
import { KeyRing } from '../keys/key-ring';
import { claim, type Claim } from './claim';
import { followApproval, type ApprovalMode } from './follow-approval';
import { NOT_BEGUN, type OutboxMessage, type OutboxStatus } from './outbox.schema';

const LEASE_MS = 30_000;

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

/** Which letters to list; all of them when nothing is said. */
export interface OutboxListing {
  readonly status?: OutboxStatus;
  readonly productId?: string;
  readonly contactId?: string;
  readonly limit: number;
}

/** The letters on their way out: lease → (prepare) → claim → (act) → settle. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /** Ids of the letters that may leave and may be tried by now, the earliest first, in pages. */
  async *queued(serverNow: Date, businessNow: Date): AsyncIterable<string> {
    const due = { status: 'queued', leavesFrom: { $lte: businessNow }, notBefore: { $lte: serverNow } } as const;
    for await (const { _id } of this.db.outbox.find(due, { _id: 1 }).sort({ leavesFrom: 1 }).lean().cursor()) yield _id;
  }

  /** The business time after `businessNow` at which the next queued letter may leave. */
  async earliestLeaving(businessNow: Date): Promise<Date | null> {
    const [letter] = await this.db.outbox
      .find({ status: 'queued', leavesFrom: { $gt: businessNow } }, { leavesFrom: 1 })
      .sort({ leavesFrom: 1 })
      .limit(1)
      .lean<Pick<OutboxMessage, 'leavesFrom'>[]>();
    return letter?.leavesFrom ?? null;
  }

  async find(id: string): Promise<OutboxMessage | null> {
    return this.db.outbox.findById(id).lean<OutboxMessage>();
  }

  /** Which of these Message-IDs are of letters of ours. */
  async oursAmong(messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    const ours = await this.db.outbox
      .find({ messageId: { $in: messageIds } }, { messageId: 1 })
      .lean<Pick<OutboxMessage, 'messageId'>[]>();
    return new Set(ours.map(({ messageId }) => messageId));
  }

  /** What waits for the operator's word, the oldest first. */
  async drafts({ productId }: { readonly productId?: string }): Promise<OutboxMessage[]> {
    const ofProduct = productId === undefined ? {} : { productId };
    return this.db.outbox
      .find({ status: 'draft', ...ofProduct })
      .sort({ createdAt: 1 })
      .lean<OutboxMessage[]>();
  }

  /** The newest first. */
  async list({ limit, ...only }: OutboxListing): Promise<OutboxMessage[]> {
    return this.db.outbox.find(only).sort({ createdAt: -1 }).limit(limit).lean<OutboxMessage[]>();
  }

  /** The letters of a conversation, oldest first. */
  async ofConversation(conversationId: string): Promise<OutboxMessage[]> {
    return this.db.outbox.find({ conversationId }).sort({ createdAt: 1 }).lean<OutboxMessage[]>();
  }

  /** Whether a letter waits, and may leave and be tried by now. */
  async isQueued(id: string, businessNow: Date): Promise<boolean> {
    return (await this.db.outbox.exists({ _id: id, ...due(businessNow) })) !== null;
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
  async lease(ids: readonly string[], by: string, businessNow: Date): Promise<OutboxMessage[]> {
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
      const letter = await this.db.native(this.db.outbox).findOneAndUpdate({ _id: only, ...due(businessNow) }, lease, {
        writeConcern: { w: 1 },
        returnDocument: 'after',
      });
      return letter ? [letter] : [];
    }
    await this.db.outbox.updateMany({ _id: { $in: ids }, ...due(businessNow) }, lease, options);
    return this.db.outbox.find({ _id: { $in: ids }, leasedBy }).lean<OutboxMessage[]>();
  }

  /** Whether no gateway has begun to hand a letter over; the commit that withdraws it makes sure of it. */
  async canBeWithdrawn(id: string): Promise<boolean> {
    return (await this.db.outbox.exists({ _id: id, status: { $in: NOT_BEGUN } })) !== null;
  }

  /** Lets a lease go before the claim: the letter is queued again, and may be tried after `inMs`. */
  async release(letter: OutboxMessage, inMs: number): Promise<void> {
    await this.db.outbox.updateOne(
      { _id: letter._id, status: 'leased', leaseNumber: letter.leaseNumber },
      [{ $set: { status: 'queued', notBefore: { $add: ['$$NOW', inMs] } } }],
      { updatePipeline: true },
    );
  }

  /** Lets a lease go before the claim: the letter is queued again, and does not leave before this business time. */
  async park(letter: OutboxMessage, leavesFrom: Date): Promise<void> {
    await this.db.outbox.updateOne(
      { _id: letter._id, status: 'leased', leaseNumber: letter.leaseNumber },
      { $set: { status: 'queued', leavesFrom } },
    );
  }

  /** Makes a product's letters that have not left follow its approval mode; how many changed. */
  followApproval(productId: string, mode: ApprovalMode): Promise<number> {
    return followApproval(this.db, productId, mode);
  }

  /** Checks and writes the guards and marks the hand-over; only what it says is claimed may be sent. */
  claim(leased: readonly OutboxMessage[]): Promise<Claim> {
    return claim(this.db, this.keys, leased);
  }

  /** Records how an attempt ended. A late `sent` is still taken after the letter was given up as `uncertain`. */
  async settle(letter: OutboxMessage, attempt: Attempt, now: Date): Promise<void> {
    const { outcome, code, said } = attempt;
    const attempts = { at: new Date(), outcome, code, said };
    const isNotice = letter.letters.includes('operator-notice');
    if (outcome === 'retry') {
      // A conversation that was begun anew meanwhile has written another opening.
      const isOver = !isNotice && (await this.db.conversations.exists({ _id: letter.conversationId, closed: true }));
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
      // Of a letter to the operator no conversation has to learn.
      ...(isNotice ? {} : { unhandledFor: letter.conversationId }),
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
            unhandledFor: { $cond: [{ $in: ['operator-notice', '$letters'] }, '$$REMOVE', '$conversationId'] },
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

function due(businessNow: Date) {
  return {
    status: 'queued' as const,
    leavesFrom: { $lte: businessNow },
    $expr: { $lte: ['$notBefore', '$$NOW'] },
  };
}

function notSettledUnless(outcome: DeliveryOutcome): { readonly $or: object[] } {
  const late = outcome === 'sent' ? [{ status: 'settled' as const, outcome: 'uncertain' as const }] : [];
  return { $or: [{ status: 'handing-over' as const }, ...late] };
}
