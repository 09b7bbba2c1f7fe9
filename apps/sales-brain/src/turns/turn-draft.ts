import type { Decision } from '@app/domain/decide';
import type { ConversationEvent } from '@app/domain/event';
import { MACHINE_VERSION } from '@app/domain/conversation.machine';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';
import type { ConversationDocument, MailThread } from '@app/persistence/conversations/conversation.schema';
import type { Language } from '@app/domain/language';
import type { Filing, UnfiledMessage } from '@app/persistence/messages/filing';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { NOT_BEGUN, type OutboxMessage, type OutboxStatus } from '@app/persistence/outbox/outbox.schema';
import type { Timer } from '@app/persistence/timers/timer.schema';
import type { ApprovedDraft, NewLift, NewSlot, NewSuppression, TurnCommit } from '@app/persistence/turns/turn-commit';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Conversation } from '@app/domain/conversation';
import { ModelDraft } from '../model/model-draft';

/** The turns of one commit while they are being taken: what later ones undo of earlier ones is never stored. */
export class TurnDraft {
  conversation: Conversation;
  thread: MailThread;
  /** As the effects so far leave it. */
  contact: Contact;
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
  private readonly letters = new Map<string, OutboxMessage>();
  private readonly notices: OutboxMessage[] = [];
  private readonly withdrawn = new Set<string>();
  private readonly repeated = new Set<string>();
  private readonly approved = new Map<string, ApprovedDraft>();
  private readonly timers = new Map<string, Timer>();
  private readonly suppressions: NewSuppression[] = [];
  private readonly lifts: NewLift[] = [];
  private readonly opened: NewConversation[] = [];
  private readonly slots = new Map<string, NewSlot>();
  private readonly releasedSlots = new Set<string>();
  private readonly accessCodes = new Set<string>();
  private language: Language | null = null;
  private cancelsLetters = false;
  private cancelsTimers = false;
  private letsGo = false;

  constructor(
    private readonly loaded: ConversationDocument,
    contact: Contact,
  ) {
    this.contact = contact;
    this.conversation = { id: loaded._id, stage: loaded.stage, memory: loaded.memory };
    this.thread = loaded.thread;
  }

  hasTurn(eventId: string): boolean {
    return this.turns.some(({ _id }) => _id === eventId);
  }

  /** Whether a letter was written in this very commit, so that nobody can have begun with it. */
  holdsLetter(id: string): boolean {
    return this.letters.has(id);
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

  write(letter: OutboxMessage): void {
    this.letters.set(letter._id, letter);
    this.hangOn(letter.subject, letter.messageId);
  }

  /** A mail to the operator: it hangs on no thread, and no stop takes it back. */
  notify(notice: OutboxMessage): void {
    this.notices.push(notice);
  }

  /** The next mail answers this one. */
  hangOn(subject: string, messageId: string): void {
    if (messageId === '') return;
    const references = [...this.thread.references, messageId].slice(-MOST_REFERENCES);
    this.thread = { subject: this.thread.subject || subject, last: messageId, references };
  }

  withdraw(id: string): void {
    this.approved.delete(id);
    this.repeated.delete(id);
    if (!this.letters.delete(id)) this.withdrawn.add(id);
  }

  repeat(id: string): void {
    this.repeated.add(id);
  }

  approve(approved: ApprovedDraft): void {
    this.approved.set(approved.id, approved);
  }

  cancelLetters(): void {
    this.letters.clear();
    this.approved.clear();
    this.repeated.clear();
    this.cancelsLetters = true;
  }

  /** How a stored letter will stand after this commit. */
  statusOf({ _id, status }: Pick<OutboxMessage, '_id' | 'status'>): OutboxStatus {
    if (this.approved.has(_id) || this.repeated.has(_id)) return 'queued';
    const hasNotBegun = NOT_BEGUN.includes(status);
    return this.withdrawn.has(_id) || (this.cancelsLetters && hasNotBegun) ? 'cancelled' : status;
  }

  schedule(timer: Timer): void {
    this.timers.set(timer._id, timer);
  }

  /** Whether a timer that was set before this commit fires no more. */
  hasCancelled({ timer }: Pick<Timer, 'timer'>): boolean {
    return this.cancelsTimers || (timer === 'modelDeadline' && this.model.hasStopped);
  }

  /** What was asked for is not waited for any more, nor is its deadline. */
  stopAsking(jobId: string): void {
    this.model.stopAsking(jobId);
    for (const [id, { timer }] of this.timers) if (timer === 'modelDeadline') this.timers.delete(id);
  }

  /** What the contact's letters were held for is settled. */
  letLettersGo(): void {
    this.letsGo = true;
  }

  cancelTimers(): void {
    this.timers.clear();
    this.cancelsTimers = true;
  }

  suppress(suppression: NewSuppression): void {
    this.suppressions.push(suppression);
    this.suppressionId = suppression.id;
  }

  /** No letter may pass it. */
  giveUpAddress(suppression: NewSuppression): void {
    this.suppressions.push(suppression);
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
      turns: this.turns,
      handled: {
        messages: this.messages,
        unfiled: this.unfiled,
        deliveries: this.deliveries,
        timers: this.firedTimers,
        commands: this.commands,
      },
      writes: {
        letters: [...this.letters.values(), ...this.notices],
        withdrawn: [...this.withdrawn],
        repeated: [...this.repeated],
        cancelLetters: this.cancelsLetters,
        timers: [...this.timers.values()],
        cancelTimers: this.cancelsTimers,
        ...this.model.writes,
        hold: this.hold,
        approved: [...this.approved.values()],
        suppressions: this.suppressions,
        lifts: this.lifts,
        conversations: this.opened,
        slots: [...this.slots.values()],
        releasedSlots: [...this.releasedSlots],
        accessCodes: [...this.accessCodes],
        language: this.language,
      },
    };
  }
}

/** RFC 5322 sets no limit; servers do, and the newest are the ones a client threads by. */
const MOST_REFERENCES = 20;
