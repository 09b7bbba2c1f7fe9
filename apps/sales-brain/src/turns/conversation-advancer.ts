import { Injectable } from '@nestjs/common';
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
import type { Surroundings } from './surroundings';
import { NOTHING_LOOKED_UP, toEvent } from './to-event';
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

  /** Leaves out turns that stand already. Throws `Incomplete` when the database lacks what the conversation stands on. */
  async advance(conversation: ConversationDocument, loaded: LoadedConversation): Promise<CommitResult> {
    const span = beginTurns(conversation._id, loaded.facts);
    try {
      const result = await this.turns.commit(traced(await this.draft(conversation, loaded), span));
      if (result !== 'already-taken') return result;
      return await this.turns.commit(traced(await this.draftWithoutTaken(conversation, loaded), span));
    } finally {
      span.end();
    }
  }

  private async draft(conversation: ConversationDocument, loaded: LoadedConversation): Promise<TurnCommit> {
    return this.take(conversation, loaded.facts, await this.surroundings(conversation, loaded), new Set());
  }

  private async draftWithoutTaken(conversation: ConversationDocument, loaded: LoadedConversation): Promise<TurnCommit> {
    const surroundings = await this.surroundings(conversation, loaded);
    const ids = loaded.facts.map((fact) =>
      fact.type === 'settlement' ? settledEventId(fact.job) : toEvent(fact, surroundings, NOTHING_LOOKED_UP).id,
    );
    return this.take(conversation, loaded.facts, surroundings, await this.conversations.taken(ids));
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
    const [product, account] = await Promise.all([
      this.catalogue.product(conversation.productId),
      this.catalogue.account(contact.accountId),
    ]);
    if (!product) throw new Incomplete(conversation._id, `the product ${conversation.productId}`);
    if (!account) throw new Incomplete(conversation._id, `the mail account ${contact.accountId}`);
    const now = this.clock.now();
    const standing = rulesOf(product, contact, now);
    // What was written since the backup is not known, so a person looks at it first.
    const rules = account.recovery ? { ...standing, approval: 'approve' as const } : standing;
    return { conversation, contact, referrer, product, rules, accountAddress: account.address, now };
  }
}

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
