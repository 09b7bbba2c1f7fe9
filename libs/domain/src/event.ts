import type { Channel } from './channel';
import type { Language } from './language';
import type { Letter } from './letter';
import type { Settlement } from './delivery';
import type { MachineFacts } from './machine-facts';
import type { DraftedMail } from './drafted';
import type { Reading } from './reading';
import type { Rules } from './rules';
import type { Slot } from './slot';

/** Something that happened to a conversation, with every input its decision needs. */
export type ConversationEvent =
  | ConversationOpened
  | ContactWrote
  | MessageUnderstood
  | ReadingUnsure
  | ReadingFailed
  | AnswerDrafted
  | ModelAnswerRejected
  | ModelFailed
  | MachineWrote
  | ContactUnsubscribed
  | ContactStarted
  | ContactAsked
  | ChatChanged
  | DeliverySettled
  | TimerFired
  | OperatorReplied
  | OperatorWrote
  | OperatorReleased
  | OperatorTookOver
  | OperatorStopped
  | CompanyStopped
  | OperatorResumed
  | DraftApproved
  | DraftRejected
  | LetterCancelled
  | LetterRetried;

export type EventType = ConversationEvent['type'];

interface Happened {
  /** Unique for ever: the turn's `_id`, and the stem of its effects' keys. */
  readonly id: string;
  /** Business time. */
  readonly at: Date;
  readonly rules: Rules;
}

export interface ConversationOpened extends Happened {
  readonly type: 'conversationOpened';
  /** Whether a colleague pointed us here. */
  readonly referred: boolean;
  /** Ids of the passages a model may draft the opening from; absent where it may not. */
  readonly passages?: readonly string[];
}

export interface ContactWrote extends Happened {
  readonly type: 'contactWrote';
  readonly messageId: string;
  /** By which they wrote. */
  readonly channel: Channel;
  /** False when a stranger answered in this thread: that proves no identity. */
  readonly senderKnown: boolean;
  /** Whether the answer in `memory.awaited` can still be taken back: no gateway has begun to hand it over. */
  readonly answerReplaceable: boolean;
}

export interface MessageUnderstood extends Happened {
  readonly type: 'messageUnderstood';
  readonly messageId: string;
  /** Earlier messages that were read together with this one. */
  readonly alsoRead?: readonly string[];
  readonly senderKnown: boolean;
  readonly reading: Reading;
  /** Ids of the product's passages that answer the message's question, best first. */
  readonly passages: readonly string[];
  /** Every address the reading names, with what we may do with it. */
  readonly colleagues: readonly Colleague[];
  /**
   * Free slots, those that fit the wish first, then the earliest; the one that was chosen is among them while it is
   * free. Empty unless a demo by slot is wanted, in this message or in `memory.wants`.
   */
  readonly freeSlots: readonly Slot[];
  /** Whether the first of them fits the wish. */
  readonly wishFits: boolean;
  /** The contact's own access code, or one that is free; null when none is left or none is wanted. */
  readonly accessCode: string | null;
  /** The language the contact is written to in. */
  readonly contactLanguage: Language;
}

/** The offline engine is not sure of a message, or another one of its burst is still being read by a model. */
export interface ReadingUnsure extends Happened {
  readonly type: 'readingUnsure';
  readonly messageId: string;
  /** As in `messageUnderstood`. */
  readonly alsoRead?: readonly string[];
  readonly senderKnown: boolean;
  /** Business time of the message's storing. */
  readonly wroteAt: Date;
  readonly reading: Reading;
  /** As in `messageUnderstood`. */
  readonly passages: readonly string[];
  /** Whether anything in the words hints at a stop, also where the reading is none. */
  readonly hintsAtStop: boolean;
}

/** A model drafted what it was asked for, and our code found nothing wrong with it. */
export interface AnswerDrafted extends Happened {
  readonly type: 'answerDrafted';
  readonly jobId: string;
  readonly draft: DraftedMail;
}

/** Our code refused what a model answered. */
export interface ModelAnswerRejected extends Happened {
  readonly type: 'modelAnswerRejected';
  readonly jobId: string;
  readonly because: string;
}

/** No host was able to do the job. */
export interface ModelFailed extends Happened {
  readonly type: 'modelFailed';
  readonly jobId: string;
}

/** No reader could make anything of the message. */
export interface ReadingFailed extends Happened {
  readonly type: 'readingFailed';
  readonly messageId: string;
  readonly because: string;
}

export interface Colleague {
  readonly address: string;
  readonly standing: 'new' | 'suppressed' | 'in-conversation' | 'own' | 'no-reply';
}

/** A machine answered: never read, never answered; what it tells is heeded. */
export interface MachineWrote extends Happened {
  readonly type: 'machineWrote';
  readonly messageId: string;
  readonly kind: 'auto_reply' | 'bounce_hard' | 'bounce_soft' | 'list' | 'receipt' | 'calendar';
  readonly facts: MachineFacts;
  /** Whether a bounce is about an address of the contact's: it names one of those, or none. */
  readonly aboutContact: boolean;
  /** Whether the contact can be written to in a chat. */
  readonly elsewhere: boolean;
  readonly senderKnown: boolean;
  /** Whom an absence names to write to meanwhile, with what we may do with each. */
  readonly substitutes: readonly Colleague[];
}

/** The contact pressed the mail client's button to unsubscribe (RFC 8058), or sent the mail it asks for. */
export interface ContactUnsubscribed extends Happened {
  readonly type: 'contactUnsubscribed';
  readonly messageId: string;
}

export interface DeliverySettled extends Happened {
  readonly type: 'deliverySettled';
  readonly outboxId: string;
  readonly letters: readonly Letter[];
  /** By which it left, or was to leave. */
  readonly channel: Channel;
  /** Whether the contact has another channel, and it is not closed to us. */
  readonly elsewhere: boolean;
  readonly settlement: Settlement;
}

export interface TimerFired extends Happened {
  readonly type: 'timerFired';
  readonly timer: TimerName;
}

/** `modelDeadline`: what a model was asked for has not come in the product's time. */
export type TimerName = 'silence' | 'reminder' | 'demoFollowUp' | 'modelDeadline';

export interface OperatorReplied extends Happened {
  readonly type: 'operatorReplied';
  readonly text: string;
}

/** The operator wrote to the contact past us, from the mailbox itself. */
export interface OperatorWrote extends Happened {
  readonly type: 'operatorWrote';
  readonly messageId: string;
  /** As in `contactWrote`. */
  readonly answerReplaceable: boolean;
}

/** The operator wants to answer by hand from now on. */
export interface OperatorTookOver extends Happened {
  readonly type: 'operatorTookOver';
  readonly answerReplaceable: boolean;
}

/** The operator lifts a stop, with a stated reason. */
export interface OperatorResumed extends Happened {
  readonly type: 'operatorResumed';
  readonly reason: string;
}

export interface DraftApproved extends Happened {
  readonly type: 'draftApproved';
  readonly outboxId: string;
  /** The operator's own words in place of the draft's. */
  readonly text?: string;
}

export interface DraftRejected extends Happened {
  readonly type: 'draftRejected';
  readonly outboxId: string;
  readonly because: string;
}

/** The operator took a letter back before it began to leave. */
export interface LetterCancelled extends Happened {
  readonly type: 'letterCancelled';
  readonly outboxId: string;
}

/** The operator wants a rejected letter tried again. */
export interface LetterRetried extends Happened {
  readonly type: 'letterRetried';
  readonly outboxId: string;
  readonly letters: readonly Letter[];
  readonly channel: Channel;
}

/** The contact pressed Start in Telegram, so that we may write. */
export interface ContactStarted extends Happened {
  readonly type: 'contactStarted';
  readonly messageId: string;
  /** As in `conversationOpened`. */
  readonly referred: boolean;
  /** Whether this very Start joined the chat to the contact; a later one begins the conversation anew. */
  readonly joins: boolean;
  /** Whether the person has said stop, in this conversation or in another. */
  readonly suppressed: boolean;
}

/** The contact used a command of the chat, or chose a language there: what it asks for is no wish of the conversation. */
export interface ContactAsked extends Happened {
  readonly type: 'contactAsked';
  readonly messageId: string;
  readonly letter: 'help' | 'choose-language';
  /** The language that was chosen; null when none was. */
  readonly language: Language | null;
}

/** The contact blocked the bot or let it in again, or the chat has another id. */
export interface ChatChanged extends Happened {
  readonly type: 'chatChanged';
  readonly messageId: string;
  readonly change: 'blocked' | 'unblocked' | 'migrated';
  /** As in `deliverySettled`. */
  readonly elsewhere: boolean;
}

export interface OperatorReleased extends Happened {
  readonly type: 'operatorReleased';
}

export interface OperatorStopped extends Happened {
  readonly type: 'operatorStopped';
}

/** Somebody of the same company said stop, and the product stops companies. */
export interface CompanyStopped extends Happened {
  readonly type: 'companyStopped';
}
