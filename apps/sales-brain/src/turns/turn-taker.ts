import { Injectable } from '@nestjs/common';
import type { Conversation } from '@app/domain/conversation';
import { decide, type Decision } from '@app/domain/decide';
import type { Effect } from '@app/domain/effect';
import type { ConversationEvent } from '@app/domain/event';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { MessageStore } from '@app/persistence/messages/message.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { rulesOf } from '@app/product/rules-of';
import { ModelDesk } from '../model/model-desk';
import { whyRefused } from '../commands/why-refused';
import { applyEffect } from './apply-effect';
import { EventPreparer } from './event-preparer';
import { MessageReader } from './message-reader';
import { readTogether } from './read-together';
import type { Surroundings } from './surroundings';
import type { EventFact } from './to-event';
import { continuesBurst, toRead, type Unread } from './to-read';
import type { TurnDraft } from './turn-draft';
import { whereTo } from './where-to';
import { withEdits } from './with-edits';

/** Takes the turns of one commit: each waiting fact becomes an event, each event a decision, each effect a document. */
@Injectable()
export class TurnTaker {
  constructor(
    private readonly messages: MessageStore,
    private readonly suppressions: SuppressionStore,
    private readonly preparer: EventPreparer,
    private readonly reader: MessageReader,
    private readonly model: ModelDesk,
  ) {}

  /** Whether a message says stop: known before its turn comes. */
  saysStop(message: InboundMessage, surroundings: Surroundings): boolean {
    return this.reader.saysStop(message, surroundings);
  }

  /** Takes what waits in its order; those whose turn is in `taken` are only marked handled. */
  async take(
    waiting: readonly WaitingFact[],
    draft: TurnDraft,
    surroundings: Surroundings,
    taken: ReadonlySet<string>,
  ): Promise<void> {
    let unread: readonly Unread[] = [];
    const { facts, outdated } = withEdits(waiting);
    for (const fact of facts) {
      if (!continuesBurst(fact)) {
        await this.readAll(unread, draft, surroundings);
        unread = [];
      }
      if (fact.type === 'timer' && draft.hasCancelled(fact.timer)) continue;
      if (fact.type === 'settlement') {
        const settled = await this.model.settled(fact.job, draft, asLeft(draft, surroundings));
        if (settled && !taken.has(settled.id)) await this.turn(settled, draft, surroundings);
        continue;
      }
      if (fact.type === 'message') draft.hear(fact.message);
      if (fact.type === 'message' && outdated.has(fact.message._id)) {
        markTaken(fact, draft, null);
        continue;
      }
      const { event, refusal } = await this.preparer.prepare(fact, draft, asLeft(draft, surroundings));
      if (taken.has(event.id) || draft.hasTurn(event.id)) {
        markTaken(fact, draft, null);
        continue;
      }
      if (fact.type === 'message') draft.hangOnMail(fact.message);
      const decision = refusal === null ? await this.turn(event, draft, surroundings) : null;
      if (decision?.type === 'moved') unread = [...unread, ...toRead(decision.effects, event, fact, draft.thread)];
      markTaken(fact, draft, decision?.type === 'ignored' ? whyRefused(event.type, draft.conversation) : refusal);
    }
    await this.readAll(unread, draft, surroundings);
    await this.model.ask(draft, surroundings);
  }

  /** Reads what came together as a whole, so that a burst gets one answer. The offline engine settles at once what it is sure of. */
  private async readAll(unread: readonly Unread[], draft: TurnDraft, surroundings: Surroundings): Promise<void> {
    const saysStop = (words: string): boolean => this.reader.wordsSayStop(words, surroundings);
    for (const said of readTogether(unread, saysStop)) {
      const event = await this.reader.read(said.effect, said, said.event, asLeft(draft, surroundings));
      await this.turn(event, draft, surroundings);
    }
  }

  private async turn(event: ConversationEvent, draft: TurnDraft, surroundings: Surroundings): Promise<Decision> {
    const decision = decide(draft.conversation, event);
    draft.record(event, decision);
    if (decision.type === 'ignored') return decision;
    for (const effect of decision.effects) {
      const message = await this.messageBehind(effect, draft);
      const suppressionId = await this.passedBy(effect, draft);
      applyEffect(effect, draft, { ...surroundings, suppressionId, message });
    }
    for (const effect of decision.effects) {
      if (effect.type !== 'believeOffline') continue;
      await this.turn(await this.reader.believe(effect, event, asLeft(draft, surroundings)), draft, surroundings);
    }
    return decision;
  }

  /** The suppression a letter may pass: the one this very commit makes, or the one that asks to be lifted. */
  private async passedBy(effect: Effect, draft: TurnDraft): Promise<string | null> {
    if (effect.type !== 'sendMessage' || draft.suppressionId !== null) return draft.suppressionId;
    if (!effect.letters.includes('ask-to-resume')) return null;
    return this.suppressions.standingOf(whereTo(draft.contact, draft.channel, draft.conversation.memory).recipient);
  }

  /** The message a letter answers, or that a stop rests on: read only where this very commit does not take it. */
  private async messageBehind(effect: Effect, draft: TurnDraft): Promise<InboundMessage | null> {
    const id = messageIdOf(effect);
    return id === undefined ? null : (draft.heard(id) ?? (await this.messages.find(id)));
  }
}

/** The surroundings as the turns so far leave them. On another channel a model has another time to answer. */
function asLeft(
  { contact, conversation: state, channel }: TurnDraft,
  surroundings: Surroundings,
): Surroundings & { readonly state: Conversation } {
  const { conversation, product, bot, now } = surroundings;
  const { timeZone } = contact;
  const rules =
    channel === conversation.channel ? surroundings.rules : rulesOf(product, { timeZone, channel }, now, bot !== null);
  return { ...surroundings, contact, state, rules };
}

function messageIdOf(effect: Effect): string | undefined {
  if (effect.type === 'sendMessage') return effect.answers;
  return effect.type === 'suppress' ? effect.messageId : undefined;
}

function markTaken(fact: EventFact, draft: TurnDraft, refusal: string | null): void {
  switch (fact.type) {
    case 'opening':
      return;
    case 'message':
      draft.takeMessage(fact.message._id, fact.toFile);
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
