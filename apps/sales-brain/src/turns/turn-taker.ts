import { Injectable } from '@nestjs/common';
import { decide, type Decision } from '@app/domain/decide';
import type { Effect } from '@app/domain/effect';
import type { ConversationEvent } from '@app/domain/event';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { MessageReader } from './message-reader';
import { whyRefused } from '../commands/why-refused';
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
    let unread: Unread[] = [];
    for (const fact of facts) {
      if (fact.type !== 'message') unread = await this.readAll(unread, draft, surroundings);
      const event = await this.prepare(fact, draft, surroundings);
      const isRepeated = taken.has(event.id) || draft.hasTurn(event.id);
      if (fact.type === 'message' && !isRepeated) draft.hangOn(fact.message.subject, fact.message.messageId);
      const decision = isRepeated ? null : await this.turn(event, draft, surroundings);
      if (decision?.type === 'moved') unread.push(...toRead(decision.effects, event, fact));
      const isRefused = decision?.type === 'ignored';
      markTaken(fact, draft, isRefused ? whyRefused(event.type, draft.conversation.stage) : null);
    }
    await this.readAll(unread, draft, surroundings);
  }

  /** Reads what came together as a whole, so that a burst gets one answer. The offline engine settles it at once. */
  private async readAll(unread: readonly Unread[], draft: TurnDraft, surroundings: Surroundings): Promise<Unread[]> {
    for (const { effect, event, text } of unread) {
      await this.turn(await this.reader.read(effect, text, event, surroundings), draft, surroundings);
    }
    return [];
  }

  private async turn(event: ConversationEvent, draft: TurnDraft, surroundings: Surroundings): Promise<Decision> {
    const decision = decide(draft.conversation, event);
    draft.record(event, decision);
    if (decision.type === 'ignored') return decision;
    for (const effect of decision.effects) {
      const sender = effect.type === 'suppress' ? await this.senderOf(effect) : null;
      applyEffect(effect, draft, { ...surroundings, effects: decision.effects, sender });
    }
    return decision;
  }

  private async prepare(fact: WaitingFact, draft: TurnDraft, surroundings: Surroundings): Promise<ConversationEvent> {
    const { awaited } = draft.conversation.memory;
    const asksForAnswer = fact.type === 'message' && awaited !== null;
    const answerReplaceable =
      asksForAnswer && (draft.holdsLetter(awaited.outboxId) || (await this.outbox.canBeWithdrawn(awaited.outboxId)));
    return toEvent(fact, surroundings, answerReplaceable);
  }

  private async senderOf({ messageId }: { readonly messageId?: string }): Promise<string | null> {
    if (messageId === undefined) return null;
    const message = await this.messages.find(messageId);
    return message?.from ?? null;
  }
}

/** A message whose reading was asked for, and the event that asked. */
interface Unread {
  readonly text: string;
  readonly effect: Effect & { readonly type: 'understandMessage' };
  readonly event: ConversationEvent;
}

function toRead(effects: readonly Effect[], event: ConversationEvent, fact: WaitingFact): Unread[] {
  const text = fact.type === 'message' ? fact.message.text : '';
  return effects.flatMap((effect) => (effect.type === 'understandMessage' ? [{ text, effect, event }] : []));
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
