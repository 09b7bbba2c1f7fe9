import { Injectable } from '@nestjs/common';
import type { SettledJob } from '@app/llm-jobs/job';
import { callsTogether } from '../calls-together';
import { COLLECTIONS } from '../collections';
import { Database } from '../database';
import type { Change } from '../feed/change';
import type { UnfiledMessage } from '../messages/filing';
import { NOT_FILED } from '../messages/message.queries';
import type { Timer } from '../timers/timer.schema';
import type { ConversationDocument } from './conversation.schema';
import { settlementFor, whoAskedFor } from './asked-jobs';
import {
  leaseConversation,
  leaseConversations,
  releaseConversation,
  type ConversationLease,
} from './lease-conversation';
import { loadConversations, type LoadedConversation, type WantedConversation } from './load-conversation';
import { waitingConversations } from './waiting-conversations';
import type { WaitingFact } from './waiting-facts';

/** Of one person; the rest comes with the next look. */
const MOST_BROUGHT_FORWARD = 100;

/** Which conversations have something to take, and what. */
@Injectable()
export class ConversationStore {
  private readonly leaseTogether = callsTogether((wanted: readonly WantedLease[]) => this.leaseAll(wanted));
  private readonly loadTogether = callsTogether((wanted: readonly WantedLoad[]) => this.loadAll(wanted));

  constructor(private readonly db: Database) {}

  /** Ids of the conversations for which something waits, some more than once; timers count when due by `now` (business time). */
  waiting(now: Date): AsyncIterable<string> {
    return waitingConversations(this.db, now);
  }

  /** The earliest business time a timer asks for. */
  async earliestTimer(): Promise<Date | null> {
    const [timer] = await this.db.timers.find({ status: 'scheduled' }, { dueAt: 1 }).sort({ dueAt: 1 }).limit(1).lean();
    return timer?.dueAt ?? null;
  }

  async find(id: string): Promise<ConversationDocument | null> {
    return this.db.conversations.findById(id).lean<ConversationDocument>();
  }

  async findAll(ids: readonly string[]): Promise<ConversationDocument[]> {
    return this.db.conversations.find({ _id: { $in: ids } }).lean<ConversationDocument[]>();
  }

  /** Every conversation of a contact, the first one first. */
  async ofContact(contactId: string): Promise<ConversationDocument[]> {
    return this.db.conversations.find({ contactId }).sort({ createdAt: 1 }).lean<ConversationDocument[]>();
  }

  /** The timers these conversations have set, the earliest first. */
  async timersOf(ids: readonly string[]): Promise<Timer[]> {
    const timers = await this.db.timers.find({ conversationId: { $in: ids }, status: 'scheduled' }).lean<Timer[]>();
    return timers.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  }

  /** By somebody who never has one conversation twice in hand. */
  async lease(id: string, by: string): Promise<ConversationLease> {
    const leased = await this.leaseTogether({ id, by });
    return leased ? { type: 'leased', conversation: leased } : leaseConversation(this.db, id, by);
  }

  release(conversation: ConversationDocument): Promise<void> {
    return releaseConversation(this.db, conversation);
  }

  /** Whom a conversation is with and what waits for it, `unfiled` with it; null when there is no such conversation. */
  load(id: string, now: Date, unfiled: UnfiledMessage | null): Promise<LoadedConversation | null> {
    return this.loadTogether({ id, now, unfiled });
  }

  /** Whether anything waits for a conversation at all. */
  async hasFacts(id: string, now: Date): Promise<boolean> {
    const unhandled = { unhandledFor: id };
    const conversation = await this.find(id);
    if (!conversation) return false;
    const waits = await Promise.all([
      this.db.messages.exists(unhandled),
      this.db.outbox.exists(unhandled),
      this.db.commands.exists(unhandled),
      this.db.timers.exists({ conversationId: id, status: 'scheduled', dueAt: { $lte: now } }),
      settlementFor(this.db, conversation),
    ]);
    return conversation.unhandledFor !== undefined || waits.some((found) => found !== null);
  }

  /** The messages that are to be filed before some of these facts, as if they came now; the oldest first. */
  async unfiledBefore(facts: readonly WaitingFact[]): Promise<Change[]> {
    const preceded = facts.flatMap((fact) => (fact.type === 'message' && fact.isPreceded ? [fact.message.from] : []));
    const found = await this.db
      .native(this.db.messages)
      .find({ from: { $in: [...new Set(preceded)] }, ...NOT_FILED }, { projection: { _id: 1 } })
      .sort({ storedAt: 1, order: 1 })
      .limit(MOST_BROUGHT_FORWARD)
      .toArray();
    return found.map(({ _id: id }) => ({ collection: COLLECTIONS.messages, operation: 'insert', id, set: NOT_FILED }));
  }

  /** Whether something waits for a conversation that is not there. */
  async isMissed(id: string): Promise<boolean> {
    const waits = await Promise.all([
      this.db.messages.exists({ unhandledFor: id }),
      this.db.outbox.exists({ unhandledFor: id }),
      this.db.commands.exists({ unhandledFor: id }),
      this.db.timers.exists({ conversationId: id, status: 'scheduled' }),
    ]);
    return waits.some((found) => found !== null);
  }

  /** The conversation that waits for a job; null when none does any more. */
  whoAskedFor(jobId: string): Promise<string | null> {
    return whoAskedFor(this.db, jobId);
  }

  /** What came of the job a conversation waits for; null while nothing did. */
  settlementFor(conversation: ConversationDocument): Promise<SettledJob | null> {
    return settlementFor(this.db, conversation);
  }

  /** Which of these turns are taken already. */
  async taken(turnIds: readonly string[]): Promise<ReadonlySet<string>> {
    const turns = await this.db.turns.find({ _id: { $in: turnIds } }, { _id: 1 }).lean();
    return new Set(turns.map(({ _id }) => _id));
  }

  /** Shows the operator why a conversation's events keep failing. */
  async quarantine(id: string, because: string): Promise<void> {
    await this.db.conversations.updateOne({ _id: id }, { $set: { quarantined: because } });
  }

  /** What came to a conversation that was closed meanwhile: messages are filed anew, the rest is over. */
  async giveUpClosed(id: string): Promise<void> {
    const over = { $unset: { unhandledFor: 1 } } as const;
    await this.db.conversations.updateOne({ _id: id }, over);
    await this.db.outbox.updateMany({ unhandledFor: id }, over);
    await this.db.commands.updateMany(
      { unhandledFor: id },
      { ...over, $set: { status: 'refused', because: 'The conversation was begun anew meanwhile; try again.' } },
    );
    await this.db.timers.updateMany({ conversationId: id, status: 'scheduled' }, { $set: { status: 'cancelled' } });
    await this.db.messages.updateMany(
      { unhandledFor: id },
      { $set: { state: 'new', conversationId: null }, $unset: { unhandledFor: 1 } },
    );
  }

  /** Those that several could be leased with at once; the others are to be asked for alone. */
  private async leaseAll(wanted: readonly WantedLease[]): Promise<readonly (ConversationDocument | null)[]> {
    const [first, ...others] = wanted;
    if (!first || others.length === 0 || others.some(({ by }) => by !== first.by)) return wanted.map(() => null);
    const leased = await leaseConversations(
      this.db,
      wanted.map(({ id }) => id),
      first.by,
    );
    return wanted.map(({ id }) => leased.get(id) ?? null);
  }

  private async loadAll(wanted: readonly WantedLoad[]): Promise<readonly (LoadedConversation | null)[]> {
    const now = new Date(Math.max(...wanted.map((one) => one.now.getTime())));
    const loaded = await loadConversations(this.db, wanted, now);
    if (loaded) return wanted.map(({ id }) => loaded.get(id) ?? null);
    return Promise.all(
      wanted.map(async (one) => (await loadConversations(this.db, [one], one.now))?.get(one.id) ?? null),
    );
  }
}

interface WantedLease {
  readonly id: string;
  readonly by: string;
}

interface WantedLoad extends WantedConversation {
  readonly now: Date;
}
