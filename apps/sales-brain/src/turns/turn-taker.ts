import { Injectable } from '@nestjs/common';
import type { Conversation } from '@app/domain/conversation';
import { decide, type Decision } from '@app/domain/decide';
import type { Effect } from '@app/domain/effect';
import type { Colleague, ConversationEvent } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { MessageReader } from './message-reader';
import { ModelDesk } from '../model/model-desk';
import { isAboutLetter, whyNotThisLetter } from '../commands/why-not-this-letter';
import { whyRefused } from '../commands/why-refused';
import { applyEffect } from './apply-effect';
import { toEvent, type EventFact } from './to-event';
import type { Surroundings } from './surroundings';
import type { TurnDraft } from './turn-draft';
import { wordsOf } from './words-of';

/** Takes the turns of one commit: each waiting fact becomes an event, each event a decision, each effect a document. */
@Injectable()
export class TurnTaker {
  constructor(
    private readonly messages: MessageStore,
    private readonly outbox: OutboxStore,
    private readonly suppressions: SuppressionStore,
    private readonly reader: MessageReader,
    private readonly model: ModelDesk,
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
      if (fact.type === 'timer' && draft.hasCancelled(fact.timer)) continue;
      if (fact.type === 'settlement') {
        const settled = await this.model.settled(fact.job, draft, surroundings);
        if (settled && !taken.has(settled.id)) await this.turn(settled, draft, surroundings);
        continue;
      }
      if (fact.type === 'message') draft.hear(fact.message);
      const about = await this.letterAbout(fact, draft);
      const event = await this.prepare(fact, draft, surroundings, about);
      const isRepeated = taken.has(event.id) || draft.hasTurn(event.id);
      if (fact.type === 'message' && !isRepeated) draft.hangOn(fact.message.subject, fact.message.messageId);
      const refusal = isRepeated ? null : about.refusal;
      const decision = isRepeated || refusal !== null ? null : await this.turn(event, draft, surroundings);
      if (decision?.type === 'moved') unread.push(...toRead(decision.effects, event, fact, draft));
      const isIgnored = decision?.type === 'ignored';
      markTaken(fact, draft, isIgnored ? whyRefused(event.type, draft.conversation) : refusal);
    }
    await this.readAll(unread, draft, surroundings);
    await this.model.ask(draft, surroundings);
  }

  /** Reads what came together as a whole, so that a burst gets one answer. The offline engine settles at once what it is sure of. */
  private async readAll(unread: readonly Unread[], draft: TurnDraft, surroundings: Surroundings): Promise<Unread[]> {
    for (const { effect, event, text } of unread) {
      await this.turn(await this.reader.read(effect, text, event, asLeft(draft, surroundings)), draft, surroundings);
    }
    return [];
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

  private async prepare(
    fact: EventFact,
    draft: TurnDraft,
    surroundings: Surroundings,
    { letters }: LetterAbout,
  ): Promise<ConversationEvent> {
    const { awaited } = draft.conversation.memory;
    const asksForAnswer = (fact.type === 'message' || takesOver(fact)) && awaited !== null;
    const answerReplaceable =
      asksForAnswer && (draft.holdsLetter(awaited.outboxId) || (await this.outbox.canBeWithdrawn(awaited.outboxId)));
    const substitutes = await this.substitutesIn(fact, surroundings);
    const event = toEvent(fact, surroundings, { answerReplaceable, letters, substitutes });
    return fact.type === 'opening' ? this.model.opening(event, surroundings) : event;
  }

  /** Whom an absence names to write to meanwhile. */
  private async substitutesIn(fact: EventFact, { product }: Surroundings): Promise<readonly Colleague[]> {
    if (fact.type !== 'message' || fact.message.facts.type !== 'absence') return [];
    return this.reader.standingsOf(fact.message.facts.substitutes, product.id);
  }

  /** The mail a command is about as it stands by now, and why the command cannot be carried out, if so. */
  private async letterAbout(fact: EventFact, draft: TurnDraft): Promise<LetterAbout> {
    if (fact.type !== 'command' || !isAboutLetter(fact.command.body)) return ABOUT_NO_LETTER;
    const letter = await this.outbox.find(fact.command.body.outboxId);
    const standing = letter && { ...letter, status: draft.statusOf(letter) };
    return { letters: letter?.letters ?? [], refusal: whyNotThisLetter(fact.command.body, standing) };
  }

  /** The suppression a mail may pass: the one this very commit makes, or the one that asks to be lifted. */
  private async passedBy(effect: Effect, draft: TurnDraft): Promise<string | null> {
    if (effect.type !== 'sendMessage' || draft.suppressionId !== null) return draft.suppressionId;
    if (!effect.letters.includes('ask-to-resume')) return null;
    return this.suppressions.standingOf(draft.contact.addresses[0] ?? '');
  }

  /** The message a letter answers, or that a stop rests on: read only where this very commit does not take it. */
  private async messageBehind(effect: Effect, draft: TurnDraft): Promise<InboundMessage | null> {
    const id = messageIdOf(effect);
    return id === undefined ? null : (draft.heard(id) ?? (await this.messages.find(id)));
  }
}

/** The surroundings as the turns so far leave them. */
function asLeft(
  { contact, conversation: state }: TurnDraft,
  surroundings: Surroundings,
): Surroundings & { readonly state: Conversation } {
  return { ...surroundings, contact, state };
}

/** What a command about a mail rests on. */
interface LetterAbout {
  readonly letters: readonly Letter[];
  readonly refusal: string | null;
}

const ABOUT_NO_LETTER: LetterAbout = { letters: [], refusal: null };

function messageIdOf(effect: Effect): string | undefined {
  if (effect.type === 'sendMessage') return effect.answers;
  return effect.type === 'suppress' ? effect.messageId : undefined;
}

function takesOver(fact: EventFact): boolean {
  return fact.type === 'command' && fact.command.body.type === 'takeContact';
}

/** A message whose reading was asked for, and the event that asked. */
interface Unread {
  readonly text: string;
  readonly effect: Effect & { readonly type: 'understandMessage' };
  readonly event: ConversationEvent;
}

function toRead(
  effects: readonly Effect[],
  event: ConversationEvent,
  fact: EventFact,
  { thread }: TurnDraft,
): Unread[] {
  const text = fact.type === 'message' ? wordsOf(fact.message, thread) : '';
  return effects.flatMap((effect) => (effect.type === 'understandMessage' ? [{ text, effect, event }] : []));
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
