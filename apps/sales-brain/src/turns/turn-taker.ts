import { Injectable } from '@nestjs/common';
import { telegramAddress } from '@app/domain/address';
import { decide, type Decision } from '@app/domain/decide';
import type { Effect } from '@app/domain/effect';
import type { Colleague, ConversationEvent } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';
import { statedReading } from '@app/domain/stated-reading';
import type { MailThread } from '@app/persistence/conversations/conversation.schema';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { InputFinder } from './input-finder';
import { MessageReader } from './message-reader';
import { isAboutLetter, whyNotThisLetter } from '../commands/why-not-this-letter';
import { whyRefused } from '../commands/why-refused';
import { applyEffect } from './apply-effect';
import { readTogether, type Said } from './read-together';
import { toEvent } from './to-event';
import type { Surroundings } from './surroundings';
import type { TurnDraft } from './turn-draft';
import { whereTo } from './where-to';
import { withEdits } from './with-edits';
import { wordsOf } from './words-of';

/** Takes the turns of one commit: each waiting fact becomes an event, each event a decision, each effect a document. */
@Injectable()
export class TurnTaker {
  constructor(
    private readonly messages: MessageStore,
    private readonly outbox: OutboxStore,
    private readonly suppressions: SuppressionStore,
    private readonly reader: MessageReader,
    private readonly inputs: InputFinder,
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
    let unread: Unread[] = [];
    const { facts, merged } = withEdits(waiting);
    for (const fact of facts) {
      if (!continuesBurst(fact)) unread = await this.readAll(unread, draft, surroundings);
      if (fact.type === 'timer' && draft.hasCancelledTimers) continue;
      if (fact.type === 'message') draft.hear(fact.message);
      if (fact.type === 'message' && merged.has(fact.message._id)) {
        markTaken(fact, draft, null);
        continue;
      }
      const about = await this.letterAbout(fact, draft);
      const event = await this.prepare(fact, draft, surroundings, about);
      const isRepeated = taken.has(event.id) || draft.hasTurn(event.id);
      if (fact.type === 'message' && !isRepeated) draft.hangOnMail(fact.message);
      const refusal = isRepeated ? null : about.refusal;
      const decision = isRepeated || refusal !== null ? null : await this.turn(event, draft, surroundings);
      if (decision?.type === 'moved') unread.push(...toRead(decision.effects, event, fact, draft));
      const isIgnored = decision?.type === 'ignored';
      markTaken(fact, draft, isIgnored ? whyRefused(event.type, draft.conversation) : refusal);
    }
    await this.readAll(unread, draft, surroundings);
  }

  /** Reads what came together as a whole, so that a burst gets one answer. The offline engine settles it at once. */
  private async readAll(unread: readonly Unread[], draft: TurnDraft, surroundings: Surroundings): Promise<Unread[]> {
    const saysStop = (words: string): boolean => this.reader.wordsSayStop(words, surroundings);
    for (const { effect, event, words } of readTogether(unread, saysStop)) {
      const { contact, conversation } = draft;
      const around = { ...surroundings, contact, memory: conversation.memory };
      await this.turn(await this.reader.read(effect, words, event, around), draft, surroundings);
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
    return decision;
  }

  private async prepare(
    fact: WaitingFact,
    draft: TurnDraft,
    surroundings: Surroundings,
    { letters }: LetterAbout,
  ): Promise<ConversationEvent> {
    const { awaited } = draft.conversation.memory;
    const asksForAnswer = (fact.type === 'message' || takesOver(fact)) && awaited !== null;
    const answerReplaceable =
      asksForAnswer && (draft.holdsLetter(awaited.outboxId) || (await this.outbox.canBeWithdrawn(awaited.outboxId)));
    const substitutes = await this.substitutesIn(fact, surroundings);
    const suppressed = await this.isSuppressed(fact);
    return toEvent(fact, surroundings, { answerReplaceable, letters, substitutes, suppressed });
  }

  /** Whether who pressed Start has said stop, under whatever name. */
  private async isSuppressed(fact: WaitingFact): Promise<boolean> {
    const chat = fact.type === 'message' ? fact.message.chat : null;
    if (chat?.happening.type !== 'started') return false;
    const identities = [telegramAddress(chat.userId), ...(chat.username === '' ? [] : [`@${chat.username}`])];
    const standing = await Promise.all(identities.map((identity) => this.suppressions.standingOf(identity)));
    return standing.some((id) => id !== null);
  }

  /** Whom an absence names to write to meanwhile. */
  private async substitutesIn(fact: WaitingFact, { product }: Surroundings): Promise<readonly Colleague[]> {
    if (fact.type !== 'message' || fact.message.facts.type !== 'absence') return [];
    return this.inputs.colleagues(fact.message.facts.substitutes, product.id);
  }

  /** The mail a command is about as it stands by now, and why the command cannot be carried out, if so. */
  private async letterAbout(fact: WaitingFact, draft: TurnDraft): Promise<LetterAbout> {
    if (fact.type !== 'command' || !isAboutLetter(fact.command.body)) return ABOUT_NO_LETTER;
    const letter = await this.outbox.find(fact.command.body.outboxId);
    const standing = letter && { ...letter, status: draft.statusOf(letter) };
    return { letters: letter?.letters ?? [], refusal: whyNotThisLetter(fact.command.body, standing) };
  }

  /** The suppression a mail may pass: the one this very commit makes, or the one that asks to be lifted. */
  private async passedBy(effect: Effect, draft: TurnDraft): Promise<string | null> {
    if (effect.type !== 'sendMessage' || draft.suppressionId !== null) return draft.suppressionId;
    if (!effect.letters.includes('ask-to-resume')) return null;
    return this.suppressions.standingOf(whereTo(draft.contact, draft.channel).recipient);
  }

  /** The message a letter answers, or that a stop rests on: read only where this very commit does not take it. */
  private async messageBehind(effect: Effect, draft: TurnDraft): Promise<InboundMessage | null> {
    const id = messageIdOf(effect);
    return id === undefined ? null : (draft.heard(id) ?? (await this.messages.find(id)));
  }
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

/** What was said before a Start is read before it, for it may have been a stop. */
function continuesBurst(fact: WaitingFact): boolean {
  return fact.type === 'message' && fact.message.chat?.happening.type !== 'started';
}

function takesOver(fact: WaitingFact): boolean {
  return fact.type === 'command' && fact.command.body.type === 'takeContact';
}

/** A message whose reading was asked for, and the event that asked. */
interface Unread extends Said {
  readonly effect: Effect & { readonly type: 'understandMessage' };
  readonly event: ConversationEvent;
}

function toRead(
  effects: readonly Effect[],
  event: ConversationEvent,
  fact: WaitingFact,
  { thread }: TurnDraft,
): Unread[] {
  const said = fact.type === 'message' ? saidIn(fact.message, thread) : { words: '', isChat: false };
  return effects.flatMap((effect) => (effect.type === 'understandMessage' ? [{ ...said, effect, event }] : []));
}

function saidIn(message: InboundMessage, thread: MailThread): Said {
  const stated = message.chat && statedReading(message.chat.happening);
  return { words: stated ?? wordsOf(message, thread), isChat: message.chat !== null };
}

function markTaken(fact: WaitingFact, draft: TurnDraft, refusal: string | null): void {
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
