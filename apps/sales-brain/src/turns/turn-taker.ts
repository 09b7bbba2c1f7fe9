import { Injectable } from '@nestjs/common';
import { decide } from '@app/domain/decide';
import type { Effect } from '@app/domain/effect';
import type { ConversationEvent, MessageUnderstood } from '@app/domain/event';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { MessageReader } from './message-reader';
import { applyEffect } from './apply-effect';
import { toEvent } from './to-event';
import type { Surroundings } from './surroundings';
import type { TurnDraft } from './turn-draft';

/** Takes the turns of one commit: each waiting fact becomes an event, each event a decision, each effect a document. */
@Injectable()
export class TurnTaker {
  constructor(
    private readonly messages: MessageStore,
    private readonly outbox: OutboxStore,
    private readonly reader: MessageReader,
  ) {}

  /** Takes `facts` in their order; those whose turn is in `taken` are only marked handled. */
  async take(
    facts: readonly WaitingFact[],
    draft: TurnDraft,
    surroundings: Surroundings,
    taken: ReadonlySet<string>,
  ): Promise<void> {
    for (const fact of facts) {
      const event = await this.prepare(fact, draft, surroundings);
      const repeated = taken.has(event.id) || draft.hasTurn(event.id);
      const refusal = repeated ? null : await this.turn(event, draft, surroundings);
      markTaken(fact, draft, refusal);
    }
  }

  /** Decides one event and what follows from it at once; returns why it was ignored, or null. */
  private async turn(event: ConversationEvent, draft: TurnDraft, surroundings: Surroundings): Promise<string | null> {
    const decision = decide(draft.conversation, event);
    draft.record(event, decision);
    if (decision.type === 'ignored') return decision.because;
    for (const effect of decision.effects) {
      const sender = effect.type === 'suppress' ? await this.senderOf(effect) : null;
      applyEffect(effect, draft, { ...surroundings, effects: decision.effects, sender });
    }
    for (const effect of decision.effects) {
      if (effect.type !== 'understandMessage') continue;
      await this.turn(await this.understand(effect, event, surroundings), draft, surroundings);
    }
    return null;
  }

  private async prepare(fact: WaitingFact, draft: TurnDraft, surroundings: Surroundings): Promise<ConversationEvent> {
    const { awaited } = draft.conversation.memory;
    const asksForAnswer = fact.type === 'message' && awaited !== null;
    const answerReplaceable =
      asksForAnswer && (draft.holdsLetter(awaited.outboxId) || (await this.outbox.canBeWithdrawn(awaited.outboxId)));
    if (fact.type === 'message') draft.hangOn(fact.message.subject, fact.message.messageId);
    return toEvent(fact, surroundings, answerReplaceable);
  }

  /** The offline engine settles a reading in the same commit, as a turn of its own. */
  private understand(
    effect: Effect & { readonly type: 'understandMessage' },
    { at, rules }: ConversationEvent,
    surroundings: Surroundings,
  ): Promise<MessageUnderstood> {
    return this.reader.read(effect, { at, rules }, surroundings);
  }

  private async senderOf({ messageId }: { readonly messageId?: string }): Promise<string | null> {
    if (messageId === undefined) return null;
    const message = await this.messages.find(messageId);
    return message?.from ?? null;
  }
}

function markTaken(fact: WaitingFact, draft: TurnDraft, refusal: string | null): void {
  switch (fact.type) {
    case 'opening':
      return;
    case 'message':
      draft.takeMessage(fact.message._id);
      return;
    case 'delivery':
      draft.takeDelivery(fact.letter._id);
      return;
    case 'timer':
      draft.takeTimer(fact.timer._id);
      return;
    case 'command':
      draft.takeCommand(fact.command._id, refusal);
      return;
    default:
      fact satisfies never;
  }
}
