import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';
import { rulesOf } from '@app/product/rules-of';
import { Catalogue } from './catalogue';
import type { Surroundings } from './surroundings';
import { toEvent } from './to-event';
import { TurnDraft } from './turn-draft';
import { TurnTaker } from './turn-taker';

/** Loads what stands around a conversation and drafts the commit of all that waits for it. */
@Injectable()
export class ConversationAdvancer {
  constructor(
    private readonly conversations: ConversationStore,
    private readonly contacts: ContactStore,
    private readonly catalogue: Catalogue,
    private readonly taker: TurnTaker,
    private readonly clock: BusinessClock,
  ) {}

  async draft(
    conversation: ConversationDocument,
    facts: readonly WaitingFact[],
    surroundings: Surroundings,
  ): Promise<TurnCommit> {
    return this.take(conversation, facts, surroundings, new Set());
  }

  /** The same, leaving out turns that stand already. */
  async draftWithoutTaken(conversation: ConversationDocument, facts: readonly WaitingFact[]): Promise<TurnCommit> {
    const surroundings = await this.surroundings(conversation);
    const ids = facts.map((fact) => toEvent(fact, surroundings, false).id);
    return this.take(conversation, facts, surroundings, await this.conversations.taken(ids));
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

  /** Throws `Incomplete` when the database lacks what the conversation stands on. */
  async surroundings(conversation: ConversationDocument): Promise<Surroundings> {
    const { referredBy } = conversation.opening;
    const [contact, product, referrer] = await Promise.all([
      this.contacts.find(conversation.contactId),
      this.catalogue.product(conversation.productId),
      referredBy === null ? null : this.contacts.find(referredBy),
    ]);
    if (!contact) throw new Incomplete(conversation._id, 'its contact');
    if (!product) throw new Incomplete(conversation._id, `the product ${conversation.productId}`);
    const account = await this.catalogue.account(contact.accountId);
    if (!account) throw new Incomplete(conversation._id, `the mail account ${contact.accountId}`);
    const now = this.clock.now();
    const rules = rulesOf(product, contact, now);
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
