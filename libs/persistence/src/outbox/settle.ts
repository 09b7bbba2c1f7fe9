import type { AnyBulkWriteOperation, UpdateFilter } from 'mongodb';
import type { DeliveryOutcome } from '@app/domain/delivery';
import type { Database } from '../database';
import type { OutboxMessage, SmtpPhase } from './outbox.schema';

/** How one attempt ended, in the server's own words. */
export interface Attempt {
  readonly outcome: DeliveryOutcome;
  readonly code: number | null;
  readonly phase: SmtpPhase | null;
  readonly said: string;
  /** For `rejected`: what the server objected to. */
  readonly rejectedFor: 'address' | 'content' | null;
  /** For `retry`: how long to wait. */
  readonly retryInMs: number;
}

export interface Settlement {
  readonly letter: OutboxMessage;
  readonly attempt: Attempt;
  /** Business time. */
  readonly now: Date;
  /** For `sent` in a chat: the `messageId` Telegram gave to the last of its messages. */
  readonly sentAs?: string;
}

/**
 * Records how attempts ended, of many in one round trip. Each counts for the gateway that claimed the letter; a late
 * `sent` is still taken after the letter was given up as `uncertain`. Done again it changes nothing.
 */
export async function settle(db: Database, settlements: readonly Settlement[]): Promise<void> {
  const over = await conversationsOver(db, settlements);
  const outbox = db.native(db.outbox);
  const [only] = settlements;
  if (settlements.length === 1 && only) {
    const { filter, update } = change(only, over);
    await outbox.updateOne(filter, update);
    return;
  }
  const changes: AnyBulkWriteOperation<OutboxMessage>[] = settlements.map((one) => ({ updateOne: change(one, over) }));
  await outbox.bulkWrite(changes, { ordered: false });
}

/** A conversation that was begun anew meanwhile has written another opening: this one is not tried again. */
async function conversationsOver(db: Database, settlements: readonly Settlement[]): Promise<ReadonlySet<string>> {
  const again = settlements.filter(({ letter, attempt }) => attempt.outcome === 'retry' && !isNotice(letter));
  if (again.length === 0) return new Set();
  const ids = again.map(({ letter }) => letter.conversationId);
  const over = await db.conversations.find({ _id: { $in: ids }, closed: true }, { _id: 1 }).lean();
  return new Set(over.map(({ _id }) => _id));
}

function change({ letter, attempt, now, sentAs }: Settlement, over: ReadonlySet<string>) {
  const { outcome, code, phase, said, rejectedFor, retryInMs } = attempt;
  const made = { at: new Date(), outcome, code, phase, said };
  if (outcome === 'retry') {
    const again = {
      status: over.has(letter.conversationId) ? 'cancelled' : 'queued',
      claimId: null,
      notBefore: { $add: ['$$NOW', retryInMs] },
      attempts: { $concatArrays: ['$attempts', [{ $literal: made }]] },
    };
    const own = { _id: letter._id, status: 'handing-over' as const, claimId: letter.claimId };
    return { filter: own, update: [{ $set: again }] };
  }
  const settled = {
    status: 'settled' as const,
    outcome,
    rejectedFor,
    settledAt: now,
    // Of a letter to the operator no conversation has to learn.
    ...(isNotice(letter) ? {} : { unhandledFor: letter.conversationId }),
    ...(sentAs !== undefined && letter.messageId === '' ? { messageId: sentAs } : {}),
  };
  const part = sentAs === undefined ? {} : { parts: sentAs };
  const update: UpdateFilter<OutboxMessage> = { $set: settled, $push: { attempts: made, ...part } };
  return { filter: ownOf(letter, outcome), update };
}

function ownOf({ _id, leaseNumber, claimId }: OutboxMessage, outcome: Exclude<DeliveryOutcome, 'retry'>) {
  if (outcome === 'withheld') return { _id, status: 'leased' as const, leaseNumber };
  const late = outcome === 'sent' ? [{ status: 'settled' as const, outcome: 'uncertain' as const }] : [];
  return { _id, claimId, $or: [{ status: 'handing-over' as const }, ...late] };
}

function isNotice({ letters }: OutboxMessage): boolean {
  return letters.includes('operator-notice');
}
