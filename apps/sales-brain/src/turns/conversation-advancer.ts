import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import type { LoadedConversation } from '@app/persistence/conversations/load-conversation';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { CommitResult, TurnCommit } from '@app/persistence/turns/turn-commit';
import { TurnStore } from '@app/persistence/turns/turn.store';
import { rulesOf } from '@app/product/rules-of';
import { settledEventId } from '../model/settlement-reader';
import { Catalogue } from './catalogue';
import { gathered, type Gathered } from './gathered';
import type { Surroundings } from './surroundings';
import { NOTHING_LOOKED_UP } from './event-inputs';
import { toEvent } from './to-event';
import { beginTurns, traced } from './trace-turns';
import { TurnDraft } from './turn-draft';
import { TurnTaker } from './turn-taker';

/** Takes a conversation through what was loaded for it, in one commit. */
@Injectable()
export class ConversationAdvancer {
  constructor(
    private readonly conversations: ConversationStore,
    private readonly turns: TurnStore,
    private readonly catalogue: Catalogue,
    private readonly taker: TurnTaker,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Holds back what may be the beginning of a burst, commits none while more of it may come, nor when more `hasCome`, and
   * leaves out turns that stand already. Throws `Incomplete` when the database lacks what the conversation stands on.
   */
  async advance(
    conversation: ConversationDocument,
    loaded: LoadedConversation,
    hasCome: () => boolean,
  ): Promise<Advanced> {
    const surroundings = await this.surroundings(conversation, loaded);
    const { taken, againInMs, endsInMs } = this.gather(loaded.facts, surroundings);
    if (taken.length === 0) return { result: 'waiting', taken, againInMs };
    const span = beginTurns(conversation._id, taken);
    const ended = endsInMs > 0 ? pause(endsInMs) : null;
    try {
      const turns = await this.take(conversation, taken, surroundings, new Set());
      await ended;
      if (ended && hasCome()) return { result: 'waiting', taken: [], againInMs: 0 };
      const result = await this.turns.commit(traced(turns, span));
      if (result !== 'already-taken') return { result, taken, againInMs };
      const again = await this.surroundings(conversation, loaded);
      const ids = taken.map((fact) => eventIdOf(fact, again));
      const rest = await this.take(conversation, taken, again, await this.conversations.taken(ids));
      return { result: await this.turns.commit(traced(rest, span)), taken, againInMs };
    } finally {
      span.end();
    }
  }

  private gather(facts: readonly WaitingFact[], surroundings: Surroundings): Gathered {
    const { product, now } = surroundings;
    return gathered(facts, product.settings.gatherFor, now, (message) => this.taker.saysStop(message, surroundings));
  }

  private async take(
    conversation: ConversationDocument,
    facts: readonly WaitingFact[],
    surroundings: Surroundings,
    taken: ReadonlySet<string>,
  ): Promise<TurnCommit> {
    const draft = new TurnDraft(conversation, surroundings.contact);
    await this.taker.take(facts, draft, surroundings, taken);
    return draft.toCommit();
  }

  private async surroundings(
    conversation: ConversationDocument,
    { contact, referrer }: LoadedConversation,
  ): Promise<Surroundings> {
    if (!contact) throw new Incomplete(conversation._id, 'its contact');
    const [product, account, bot, isRecovering] = await Promise.all([
      this.catalogue.product(conversation.productId),
      contact.accountId === '' ? NO_ACCOUNT : this.catalogue.account(contact.accountId),
      this.catalogue.bot(),
      this.catalogue.isRecovering(),
    ]);
    if (!product) throw new Incomplete(conversation._id, `the product ${conversation.productId}`);
    if (!account) throw new Incomplete(conversation._id, `the mail account ${contact.accountId}`);
    const now = this.clock.now();
    const { channel } = conversation;
    const standing = rulesOf(product, { timeZone: contact.timeZone, channel }, now, bot !== null);
    // What was written since the backup is not known, so a person looks at it first.
    const rules = isRecovering ? { ...standing, approval: 'approve' as const } : standing;
    const invitesTo = rules.telegram && bot ? bot.username : null;
    return {
      conversation,
      contact,
      referrer,
      product,
      rules,
      accountAddress: account.address,
      bot: invitesTo,
      now,
    };
  }
}

function eventIdOf(fact: WaitingFact, surroundings: Surroundings): string {
  return fact.type === 'settlement' ? settledEventId(fact.job) : toEvent(fact, surroundings, NOTHING_LOOKED_UP).id;
}

/** What became of what waited. */
export interface Advanced {
  /** `waiting`: nothing was taken, for more may come. */
  readonly result: CommitResult | 'waiting';
  readonly taken: readonly WaitingFact[];
  /** When to look for the rest; null when there is none. */
  readonly againInMs: number | null;
}

/** Who came by themselves, for a product without a mail account. */
const NO_ACCOUNT = { address: '' };

/** A conversation stands on something the database does not hold. */
export class Incomplete extends Error {
  readonly code = 'CONVERSATION_INCOMPLETE';
  constructor(
    readonly conversationId: string,
    what: string,
  ) {
    super(`Conversation ${conversationId} needs ${what}, which is not in the database; load or restore it.`);
  }
}
