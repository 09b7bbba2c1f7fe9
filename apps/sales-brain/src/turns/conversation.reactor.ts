import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { Identity } from '@app/runtime/instance/identity';
import { NOTHING_LEFT, type Due, type InWork, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { COLLECTIONS } from '@app/persistence/collections';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import {
  EVENTS_PER_COMMIT,
  standsUnder,
  type LoadedConversation,
} from '@app/persistence/conversations/load-conversation';
import { isDatabaseAway } from '@app/persistence/database-away';
import type { Change } from '@app/persistence/feed/change';
import type { UnfiledMessage } from '@app/persistence/messages/filing';
import { errorWords } from '@app/runtime/error-words';
import { FilingByTurn } from '../filing/filing-by-turn';
import { ConversationAdvancer, Incomplete, type Advanced } from './conversation-advancer';
import { FILED_SOON_MS, OlderFirst } from './older-first';
import { SetAside } from './set-aside';

/** Takes a conversation through everything that waits for it, in order, in one commit. */
@Injectable()
export class ConversationReactor implements Reactor {
  readonly name = 'conversation';
  readonly batch = 1;
  readonly concurrency = 256;
  private readonly staleInARow = new Map<string, number>();
  private readonly olderFirst = new OlderFirst();
  private readonly setAside = new SetAside();

  constructor(
    private readonly conversations: ConversationStore,
    private readonly advancer: ConversationAdvancer,
    private readonly clock: BusinessClock,
    private readonly identity: Identity,
    private readonly filing: FilingByTurn,
  ) {}

  keyOf({ set }: Change): string | undefined {
    return set.unhandledFor;
  }

  waiting(): AsyncIterable<string> {
    return this.conversations.waiting(this.clock.now());
  }

  stillWaits(id: string): Promise<boolean> {
    return this.conversations.hasFacts(id, this.clock.now());
  }

  async nextDue(): Promise<Due | null> {
    const earliest = await this.conversations.earliestTimer();
    return earliest && { inMs: earliest.getTime() - this.clock.now().getTime() };
  }

  movesDue({ collection, operation, set }: Change, next: Due | null): boolean {
    if (collection === COLLECTIONS.clock) return true;
    if (collection !== COLLECTIONS.timers || operation !== 'insert' || !set.dueAt) return false;
    return next === null || set.dueAt.getTime() - this.clock.now().getTime() < next.inMs;
  }

  async react([id]: readonly string[], inWork: InWork): Promise<Reaction> {
    if (id === undefined) return NOTHING_LEFT;
    try {
      return await this.takeUp(id, this.filing.begin(id), inWork);
    } finally {
      this.filing.end(id);
    }
  }

  quarantine(id: string, error: unknown): Promise<void> {
    return this.conversations.quarantine(id, errorWords(error));
  }

  private async takeUp(id: string, unfiled: UnfiledMessage | null, inWork: InWork): Promise<Reaction> {
    // Beside the lease, not after it: one wait less for the contact. What it says counts only if it holds under the lease.
    const early = this.conversations.load(id, this.clock.now(), unfiled);
    early.catch(() => undefined);
    const lease = await this.conversations.lease(id, this.identity.id);
    if (lease.type === 'gone') return this.leave(id);
    if (lease.type === 'held-elsewhere') return { again: [{ key: id, inMs: lease.forMs }] };
    try {
      return await this.advance(lease.conversation, await early, unfiled, inWork);
    } catch (error) {
      await this.conversations.release(lease.conversation);
      throw error;
    }
  }

  private async advance(
    conversation: ConversationDocument,
    early: LoadedConversation | null,
    unfiled: UnfiledMessage | null,
    inWork: InWork,
  ): Promise<Reaction> {
    const standing = early && standsUnder(early, conversation);
    const settled = await this.conversations.settlementFor(conversation);
    const found = standing ? early : await this.conversations.load(conversation._id, this.clock.now(), unfiled);
    const loaded =
      found && settled ? { ...found, facts: [{ type: 'settlement', job: settled } as const, ...found.facts] } : found;
    if (conversation.closed) await this.conversations.giveUpClosed(conversation._id);
    if (conversation.closed || !loaded || loaded.facts.length === 0) {
      await this.conversations.release(conversation);
      return NOTHING_LEFT;
    }
    if (this.olderFirst.isWorthWaiting(conversation._id, loaded.facts)) {
      await this.conversations.release(conversation);
      for (const older of await this.conversations.unfiledBefore(loaded.facts)) inWork.wake(older);
      return { again: [{ key: conversation._id, inMs: FILED_SOON_MS }] };
    }

    const { result, taken, againInMs } = await this.take(conversation, loaded, inWork);
    const key = conversation._id;
    if (result === 'waiting') {
      await this.conversations.release(conversation);
      return { again: [{ key, inMs: againInMs ?? 0 }] };
    }
    if (result === 'committed') {
      this.staleInARow.delete(key);
      if (taken.some((fact) => fact.type === 'message' && fact.toFile)) this.filing.filed(key);
      const areLeft = this.setAside.taken(key, taken, loaded.facts);
      if (againInMs !== null) return { again: [{ key, inMs: againInMs }] };
      const isMore = areLeft || loaded.facts.length === EVENTS_PER_COMMIT;
      return isMore ? { again: [{ key, inMs: 0 }] } : NOTHING_LEFT;
    }
    const stale = (this.staleInARow.get(conversation._id) ?? 0) + 1;
    this.staleInARow.set(conversation._id, stale);
    // Whatever it is, it does not pass by itself: from here on it counts as a failure, with backoff and the operator.
    if (stale > MOST_STALE) throw new StaysStale(conversation._id);
    await this.conversations.release(conversation);
    return { again: [{ key: conversation._id, inMs: STALE_MS }] };
  }

  private async take(
    conversation: ConversationDocument,
    loaded: LoadedConversation,
    { isWoken }: InWork,
  ): Promise<Advanced> {
    const facts = this.setAside.next(conversation._id, loaded.facts);
    try {
      return await this.advancer.advance(conversation, { ...loaded, facts }, isWoken);
    } catch (error) {
      const isAboutFacts = !isDatabaseAway(error) && !(error instanceof Incomplete);
      if (isAboutFacts) this.setAside.failed(conversation._id, facts);
      throw error;
    }
  }

  /** It was erased, and nothing waits for it; else it was lost, and is waited for. */
  private async leave(id: string): Promise<Reaction> {
    if (await this.conversations.isMissed(id)) throw new ConversationMissing(id);
    return NOTHING_LEFT;
  }
}

/** What made a commit stale is over in a moment: another commit, or a letter being claimed. */
const STALE_MS = 10;
const MOST_STALE = 20;

/** What waits for a conversation cannot be committed: something else changes what it stands on, again and again. */
class StaysStale extends Error {
  readonly code = 'STAYS_STALE';
  constructor(readonly conversationId: string) {
    super(`What waits for conversation ${conversationId} could not be committed ${String(MOST_STALE)} times in a row.`);
  }
}

/** Something waits for a conversation that the database does not hold. */
class ConversationMissing extends Error {
  readonly code = 'CONVERSATION_MISSING';
  constructor(readonly conversationId: string) {
    super(
      `Something waits for conversation ${conversationId}, which is not in the database; restore it from a backup.`,
    );
  }
}
