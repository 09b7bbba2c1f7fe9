import { Injectable } from '@nestjs/common';
import { telegramAddress } from '@app/domain/address';
import type { Colleague, ConversationEvent } from '@app/domain/event';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { isAboutLetter, whyNotThisLetter } from '../commands/why-not-this-letter';
import { ModelDesk } from '../model/model-desk';
import { MessageReader } from './message-reader';
import { ABOUT_NO_LETTER, type AboutLetter } from './event-inputs';
import type { Surroundings } from './surroundings';
import { toEvent, type EventFact } from './to-event';
import type { TurnDraft } from './turn-draft';

/** A waiting fact as an event, and why the command it is cannot be carried out, if so. */
export interface PreparedEvent {
  readonly event: ConversationEvent;
  readonly refusal: string | null;
}

/** Makes a waiting fact the event it is, with what has to be looked up for it. */
@Injectable()
export class EventPreparer {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly suppressions: SuppressionStore,
    private readonly reader: MessageReader,
    private readonly model: ModelDesk,
  ) {}

  async prepare(fact: EventFact, draft: TurnDraft, surroundings: Surroundings): Promise<PreparedEvent> {
    const { about, refusal } = await this.letterAbout(fact, draft);
    const answerReplaceable = await this.isAnswerReplaceable(fact, draft);
    const substitutes = await this.substitutesIn(fact, surroundings);
    const suppressed = await this.isSuppressed(fact);
    const event = toEvent(fact, surroundings, { answerReplaceable, about, substitutes, suppressed });
    return { event: fact.type === 'opening' ? await this.model.opening(event, surroundings) : event, refusal };
  }

  private async isAnswerReplaceable(fact: EventFact, draft: TurnDraft): Promise<boolean> {
    const { awaited } = draft.conversation.memory;
    if (awaited === null || (fact.type !== 'message' && !takesOver(fact))) return false;
    return draft.letters.holds(awaited.outboxId) || (await this.outbox.canBeWithdrawn(awaited.outboxId));
  }

  /** Whom an absence names to write to meanwhile. */
  private async substitutesIn(fact: EventFact, { product }: Surroundings): Promise<readonly Colleague[]> {
    if (fact.type !== 'message' || fact.message.facts.type !== 'absence') return [];
    return this.reader.standingsOf(fact.message.facts.substitutes, product.id);
  }

  /** Whether who pressed Start has said stop, under whatever name. */
  private async isSuppressed(fact: EventFact): Promise<boolean> {
    const chat = fact.type === 'message' ? fact.message.chat : null;
    if (chat?.happening.type !== 'started') return false;
    const identities = [telegramAddress(chat.userId), ...(chat.username === '' ? [] : [`@${chat.username}`])];
    const standing = await Promise.all(identities.map((identity) => this.suppressions.standingOf(identity)));
    return standing.some((id) => id !== null);
  }

  /** The letter a command is about as it stands by now, and why the command cannot be carried out, if so. */
  private async letterAbout(
    fact: EventFact,
    draft: TurnDraft,
  ): Promise<Pick<PreparedEvent, 'refusal'> & { readonly about: AboutLetter }> {
    if (fact.type !== 'command' || !isAboutLetter(fact.command.body)) return NO_REFUSAL;
    const letter = await this.outbox.find(fact.command.body.outboxId);
    const standing = letter && { ...letter, status: draft.letters.statusOf(letter) };
    return { about: letter ?? ABOUT_NO_LETTER, refusal: whyNotThisLetter(fact.command.body, standing) };
  }
}

const NO_REFUSAL = { about: ABOUT_NO_LETTER, refusal: null } as const;

function takesOver(fact: EventFact): boolean {
  return fact.type === 'command' && fact.command.body.type === 'takeContact';
}
