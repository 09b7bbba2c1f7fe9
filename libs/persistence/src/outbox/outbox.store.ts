import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Channel } from '@app/domain/channel';
import { Database } from '../database';
import { KeyRing } from '../keys/key-ring';
import { beginDeliveries, endDeliveries } from '../tracing/delivery-spans';
import { claim, type Claim, type Ready } from './claim';
import { followApproval, type ApprovalMode } from './follow-approval';
import { lettersClaimed } from './letters-claimed';
import { lettersSettled } from './letters-settled';
import { mayLeaveFrom, type SendingAccount } from './may-leave';
import { NO_NOTICE } from './outbox.queries';
import { noteProgress, type Progress } from './note-progress';
import { NOT_BEGUN, type OutboxMessage, type OutboxStatus } from './outbox.schema';
import { HELD_AGAIN, reapExpired, takeOverExpired, type Reaped } from './reap-expired';
import { settle, type Attempt, type Settlement } from './settle';

const LEASE_MS = 30_000;

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

  /** Ids of the letters of an account that may leave and may be tried by now, the earliest first; at most `limit`. */
  async queued(from: SendingAccount, serverNow: Date, businessNow: Date, limit: number): Promise<string[]> {
    const due = { status: 'queued', leavesFrom: { $lte: businessNow }, notBefore: { $lte: serverNow } } as const;
    const found = await this.db.outbox
      .find({ ...mayLeaveFrom([from]), ...due }, { _id: 1 })
      .sort({ leavesFrom: 1 })
      .limit(limit)
      .lean();
    return found.map(({ _id }) => _id);
  }

  /** The business time after `businessNow` at which the next queued letter of these accounts may leave. */
  async earliestLeaving(businessNow: Date, accountIds: readonly string[]): Promise<Date | null> {
    const [letter] = await this.db.outbox
      .find({ accountId: { $in: accountIds }, status: 'queued', leavesFrom: { $gt: businessNow } }, { leavesFrom: 1 })
      .sort({ leavesFrom: 1 })
      .limit(1)
      .lean<Pick<OutboxMessage, 'leavesFrom'>[]>();
    return letter?.leavesFrom ?? null;
  }

  async find(id: string): Promise<OutboxMessage | null> {
    return this.db.outbox.findById(id).lean<OutboxMessage>();
  }

  /** The letter to a contact that has this Message-ID, in angle brackets. */
  async byMessageId(messageId: string): Promise<OutboxMessage | null> {
    return this.db.outbox.findOne({ messageId, ...NO_NOTICE }).lean<OutboxMessage>();
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

  /** The latest letters of a conversation that were sent, the newest first. */
  latestSent(conversationId: string, limit: number): Promise<Pick<OutboxMessage, 'letters' | 'text' | 'createdAt'>[]> {
    return this.db
      .native(this.db.outbox)
      .find({ conversationId, outcome: 'sent', ...NO_NOTICE }, { projection: { letters: 1, text: 1, createdAt: 1 } })
      .sort({ createdAt: -1 })
      .limit(limit)
      .toArray();
  }

  /** Whether a letter waits, and may leave and be tried by now. */
  async isQueued(id: string, businessNow: Date): Promise<boolean> {
    return (await this.db.outbox.exists({ _id: id, ...due(businessNow) })) !== null;
  }

  /** When the next of a channel after `moment` is due: a postponed retry, or a lease that runs out. Both in server time. */
  async earliestAfter(channel: Channel, moment: Date): Promise<Date | null> {
    const first = async (status: OutboxMessage['status'], field: 'notBefore' | 'leaseUntil'): Promise<Date | null> => {
      const [letter] = await this.db.outbox
        .find({ status, channel, [field]: { $gt: moment } }, { [field]: 1 })
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

  /** Leases those of `ids` that are still queued, due and of these accounts; the lease number is the fence of what follows. */
  async lease(
    ids: readonly string[],
    by: string,
    businessNow: Date,
    from: readonly SendingAccount[],
  ): Promise<OutboxMessage[]> {
    if (ids.length === 0 || from.length === 0) return [];
    const waiting = { ...due(businessNow), ...mayLeaveFrom(from) };
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
    const options = { writeConcern: { w: 1 } } as const;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      const letter = await this.db.native(this.db.outbox).findOneAndUpdate({ _id: only, ...waiting }, lease, {
        writeConcern: { w: 1 },
        returnDocument: 'after',
      });
      return letter ? [letter] : [];
    }
    const outbox = this.db.native(this.db.outbox);
    const { modifiedCount } = await outbox.updateMany({ _id: { $in: [...ids] }, ...waiting }, lease, options);
    return modifiedCount === 0 ? [] : outbox.find({ _id: { $in: [...ids] }, leasedBy }).toArray();
  }

  /** Whether no gateway has begun to hand a letter over; the commit that withdraws it makes sure of it. */
  async canBeWithdrawn(id: string): Promise<boolean> {
    const filter = { _id: id, status: { $in: [...NOT_BEGUN] } };
    return (await this.db.native(this.db.outbox).findOne(filter, { projection: { _id: 1 } })) !== null;
  }

  /** Lets a lease go before the claim: the letter is queued again, and may be tried after `inMs`; `because` it cannot be sent. */
  async release(letter: OutboxMessage, inMs: number, because?: string): Promise<void> {
    await this.db.outbox.updateOne(
      { _id: letter._id, status: 'leased', leaseNumber: letter.leaseNumber },
      [
        {
          $set: {
            status: 'queued',
            notBefore: { $add: ['$$NOW', inMs] },
            ...(because === undefined ? {} : { quarantined: { $literal: because } }),
          },
        },
      ],
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
  async claim(leased: readonly OutboxMessage[], ready?: Ready): Promise<Claim> {
    const decided = await claim(this.db, this.keys, leased, ready);
    beginDeliveries(decided.claimed);
    lettersClaimed.tell(decided);
    return decided;
  }

  /** Notes what came of a claimed letter, and leases it again for the rest; null when the claim was lost meanwhile. */
  noteProgress(letter: OutboxMessage, progress: Progress): Promise<OutboxMessage | null> {
    return noteProgress(this.db, letter, progress, LEASE_MS);
  }

  /** Records how an attempt ended. A late `sent` is still taken after the letter was given up as `uncertain`. */
  settle(letter: OutboxMessage, attempt: Attempt, now: Date): Promise<void> {
    return this.settleAll([{ letter, attempt, now }]);
  }

  /** The same of many, in one round trip. */
  async settleAll(settlements: readonly Settlement[]): Promise<void> {
    await settle(this.db, settlements);
    endDeliveries(settlements);
    lettersSettled.tell(settlements);
  }

  /** Gives up what a channel's gateway left behind: before the claim it is queued again, after it nobody knows. */
  reapExpired(channel: Channel, now: Date): Promise<Reaped> {
    return reapExpired(this.db, channel, now);
  }

  /** Claims anew what a gateway that died was handing over from an account: it is not given up while that lasts. */
  takeOverExpired(accountId: string): Promise<OutboxMessage[]> {
    return takeOverExpired(this.db, accountId);
  }

  /** Holds a claim for as long again: what became of the letter is being found out. */
  async extendClaim({ _id, claimId }: OutboxMessage): Promise<void> {
    await this.db.outbox.updateOne({ _id, claimId, status: 'handing-over' }, HELD_AGAIN, { updatePipeline: true });
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
