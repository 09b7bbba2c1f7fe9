import type { Decision } from '@app/domain/decide';
import type { ConversationEvent } from '@app/domain/event';
import { MACHINE_VERSION } from '@app/domain/conversation.machine';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';
import type { ConversationDocument, MailThread } from '@app/persistence/conversations/conversation.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Timer } from '@app/persistence/timers/timer.schema';
import type { NewSuppression, TurnCommit } from '@app/persistence/turns/turn-commit';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Conversation } from '@app/domain/conversation';

/** The turns of one commit while they are being taken: what later ones undo of earlier ones is never stored. */
export class TurnDraft {
  conversation: Conversation;
  thread: MailThread;
  private readonly turns: Turn[] = [];
  private readonly messages: string[] = [];
  private readonly deliveries: string[] = [];
  private readonly firedTimers: string[] = [];
  private readonly commands: { readonly id: string; readonly refusedBecause: string | null }[] = [];
  private readonly letters = new Map<string, OutboxMessage>();
  private readonly withdrawn: string[] = [];
  private readonly repeated: string[] = [];
  private readonly timers = new Map<string, Timer>();
  private readonly suppressions: NewSuppression[] = [];
  private readonly opened: NewConversation[] = [];
  private cancelsLetters = false;
  private cancelsTimers = false;

  constructor(
    private readonly loaded: ConversationDocument,
    readonly contact: Contact,
  ) {
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

  takeMessage(id: string): void {
    this.messages.push(id);
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

  /** The next mail answers this one. */
  hangOn(subject: string, messageId: string): void {
    if (messageId === '') return;
    const references = [...this.thread.references, messageId].slice(-MOST_REFERENCES);
    this.thread = { subject: this.thread.subject || subject, last: messageId, references };
  }

  withdraw(id: string): void {
    if (!this.letters.delete(id)) this.withdrawn.push(id);
  }

  repeat(id: string): void {
    this.repeated.push(id);
  }

  cancelLetters(): void {
    this.letters.clear();
    this.cancelsLetters = true;
  }

  schedule(timer: Timer): void {
    this.timers.set(timer._id, timer);
  }

  cancelTimers(): void {
    this.timers.clear();
    this.cancelsTimers = true;
  }

  suppress(suppression: NewSuppression): void {
    this.suppressions.push(suppression);
  }

  open(conversation: NewConversation): void {
    this.opened.push(conversation);
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
        deliveries: this.deliveries,
        timers: this.firedTimers,
        commands: this.commands,
      },
      writes: {
        letters: [...this.letters.values()],
        withdrawn: this.withdrawn,
        repeated: this.repeated,
        cancelLetters: this.cancelsLetters,
        timers: [...this.timers.values()],
        cancelTimers: this.cancelsTimers,
        suppressions: this.suppressions,
        conversations: this.opened,
      },
    };
  }
}

/** RFC 5322 sets no limit; servers do, and the newest are the ones a client threads by. */
const MOST_REFERENCES = 20;
