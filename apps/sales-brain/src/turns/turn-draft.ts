import type { Decision } from '@app/domain/decide';
import type { ConversationEvent } from '@app/domain/event';
import { MACHINE_VERSION } from '@app/domain/conversation.machine';
import { emailAmong } from '@app/domain/address';
import type { Channel } from '@app/domain/channel';
import type { ChatFacts } from '@app/domain/chat-facts';
import type { Contact, ContactTelegram } from '@app/persistence/contacts/contact.schema';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';
import type { ConversationDocument, MailThread } from '@app/persistence/conversations/conversation.schema';
import type { Language } from '@app/domain/language';
import type { Filing, UnfiledMessage } from '@app/persistence/messages/filing';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Timer } from '@app/persistence/timers/timer.schema';
import type { NewLift, NewSlot, NewSuppression, TurnCommit } from '@app/persistence/turns/turn-commit';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Conversation } from '@app/domain/conversation';
import { ModelDraft } from '../model/model-draft';
import { chatAfter } from './chat-after';
import { DraftedLetters } from './drafted-letters';
import { DraftedLinks } from './drafted-links';
import { DraftedTimers } from './drafted-timers';

/** The turns of one commit while they are being taken: what later ones undo of earlier ones is never stored. */
export class TurnDraft {
  conversation: Conversation;
  thread: MailThread;
  /** Where the contact wrote last. */
  channel: Channel;
  /** As the effects so far leave it. */
  contact: Contact;
  readonly letters = new DraftedLetters();
  readonly links = new DraftedLinks();
  readonly timers = new DraftedTimers();
  /** The suppression made in this very commit, unless it is lifted again. */
  suppressionId: string | null = null;
  readonly model = new ModelDraft();
  private readonly turns: Turn[] = [];
  private readonly heardMessages = new Map<string, InboundMessage>();
  private readonly messages: string[] = [];
  private readonly unfiled: UnfiledMessage[] = [];
  private readonly deliveries: string[] = [];
  private readonly firedTimers: string[] = [];
  private readonly commands: { readonly id: string; readonly refusedBecause: string | null }[] = [];
  private readonly suppressions: NewSuppression[] = [];
  private readonly lifts: NewLift[] = [];
  private readonly opened: NewConversation[] = [];
  private readonly slots = new Map<string, NewSlot>();
  private readonly releasedSlots = new Set<string>();
  private readonly accessCodes = new Set<string>();
  private language: Language | null = null;
  private telegram: ContactTelegram | null = null;
  private letsGo = false;

  constructor(
    private readonly loaded: ConversationDocument,
    contact: Contact,
  ) {
    this.contact = contact;
    this.conversation = { id: loaded._id, stage: loaded.stage, memory: loaded.memory };
    this.thread = loaded.thread;
    this.channel = loaded.channel;
  }

  hasTurn(eventId: string): boolean {
    return this.turns.some(({ _id }) => _id === eventId);
  }

  record(event: ConversationEvent, decision: Decision): void {
    if (decision.type === 'moved') this.conversation = decision.conversation;
    this.turns.push({
      _id: event.id,
      conversationId: this.loaded._id,
      contactId: this.contact._id,
      revision: this.loaded.revision + 1,
      place: this.turns.length,
      machineVersion: MACHINE_VERSION,
      at: event.at,
      event,
      decision: decision.type,
      because: decision.type === 'ignored' ? decision.because : null,
      stage: this.conversation.stage,
      effects: decision.type === 'moved' ? decision.effects : [],
    });
  }

  /** A message this commit takes. */
  hear(message: InboundMessage): void {
    this.heardMessages.set(message._id, message);
    if (message.chat) this.hearChat(message.accountId, message.chat);
    else if (message.kind === 'human' && message.senderKnown) this.channel = 'email';
  }

  private hearChat(accountId: string, facts: ChatFacts): void {
    if (!this.contact.telegram) return;
    this.changeChat(chatAfter(this.contact.telegram, accountId, facts));
    const { type } = facts.happening;
    if (type !== 'blocked' && type !== 'unblocked' && type !== 'migrated') this.channel = 'telegram';
  }

  /** Nothing is written to the chat until the contact writes there. */
  giveUpChat(): void {
    if (this.contact.telegram) this.changeChat({ ...this.contact.telegram, unreachable: true });
  }

  private changeChat(telegram: ContactTelegram): void {
    this.telegram = telegram;
    this.contact = { ...this.contact, telegram };
    if (telegram.unreachable && emailAmong(this.contact.addresses) !== null) this.channel = 'email';
  }

  heard(id: string): InboundMessage | undefined {
    return this.heardMessages.get(id);
  }

  takeMessage(id: string, toFile: Filing | null): void {
    if (toFile) this.unfiled.push({ id, filing: toFile });
    else this.messages.push(id);
  }

  takeDelivery(id: string): void {
    this.deliveries.push(id);
  }

  takeTimer(id: string): void {
    this.firedTimers.push(id);
  }

  takeCommand(id: string, refusedBecause: string | null): void {
    this.commands.push({ id, refusedBecause });
  }

  /** A mail to the contact is the next one's thread. */
  write(letter: OutboxMessage): void {
    this.letters.add(letter);
    this.hangOn(letter.subject, letter.messageId);
  }

  /** So does a mail that came in; a chat is no thread. */
  hangOnMail({ channel, subject, messageId }: InboundMessage): void {
    if (channel === 'email') this.hangOn(subject, messageId);
  }

  /** The next mail answers this one. */
  hangOn(subject: string, messageId: string): void {
    if (messageId === '') return;
    const references = [...this.thread.references, messageId].slice(-MOST_REFERENCES);
    this.thread = { subject: this.thread.subject || subject, last: messageId, references };
  }

  /** Whether a timer that was set before this commit fires no more. */
  hasCancelled({ timer }: Pick<Timer, 'timer'>): boolean {
    return this.timers.hasCancelledAll || (timer === 'modelDeadline' && this.model.hasStopped);
  }

  /** What was asked for is not waited for any more, nor is its deadline. */
  stopAsking(jobId: string): void {
    this.model.stopAsking(jobId);
    this.timers.forget('modelDeadline');
  }

  /** What the contact's letters were held for is settled. */
  letLettersGo(): void {
    this.letsGo = true;
  }

  suppress(suppression: NewSuppression): void {
    this.suppressions.push(suppression);
    this.suppressionId = suppression.id;
  }

  /** No letter may pass it. */
  giveUpAddress(suppression: NewSuppression): void {
    this.suppressions.push(suppression);
    if (this.conversation.memory.emailGivenUp) this.channel = 'telegram';
  }

  lift(lift: NewLift): void {
    this.lifts.push(lift);
    this.suppressionId = null;
  }

  /** A slot of the same uid that stands is moved. */
  book(slot: NewSlot): void {
    this.releasedSlots.delete(slot.uid);
    this.slots.set(slot.uid, slot);
  }

  releaseSlot(uid: string): void {
    this.slots.delete(uid);
    this.releasedSlots.add(uid);
  }

  giveAccessCode(code: string): void {
    this.accessCodes.add(code);
  }

  changeLanguage(language: Language): void {
    this.language = language;
    this.contact = { ...this.contact, language };
  }

  open(conversation: NewConversation): void {
    this.opened.push(conversation);
  }

  /** Held are letters as long as a message may be a stop, those that are only now written too. */
  private get hold(): TurnCommit['writes']['hold'] {
    if (this.conversation.memory.mayBeStops.length > 0) return 'hold';
    return this.letsGo ? 'let-go' : null;
  }

  toCommit(): TurnCommit {
    return {
      conversation: this.loaded,
      contact: this.contact,
      stage: this.conversation.stage,
      memory: this.conversation.memory,
      thread: this.thread,
      channel: this.channel,
      turns: this.turns,
      handled: {
        messages: this.messages,
        unfiled: this.unfiled,
        deliveries: this.deliveries,
        timers: this.firedTimers,
        commands: this.commands,
      },
      writes: {
        ...this.letters.writes,
        ...this.timers.writes,
        ...this.model.writes,
        hold: this.hold,
        suppressions: this.suppressions,
        lifts: this.lifts,
        conversations: this.opened,
        slots: [...this.slots.values()],
        releasedSlots: [...this.releasedSlots],
        accessCodes: [...this.accessCodes],
        language: this.language,
        telegram: this.telegram,
        links: this.links.all,
      },
    };
  }
}

/** RFC 5322 sets no limit; servers do, and the newest are the ones a client threads by. */
const MOST_REFERENCES = 20;
