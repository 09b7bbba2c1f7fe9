import type { ModelRequest } from './asked';
import type { SendMessage } from './send-message';
import type { Reading } from './reading';
import type { TimerName } from './event';
import type { Language } from './language';
import type { BookedSlot } from './slot';

/** What a decision wants done. It is stored in the decision's own transaction and carried out by whoever it concerns. */
export type EffectBody =
  | SendMessage
  /** Reads the message; the result is `messageUnderstood`. */
  | { readonly type: 'understandMessage'; readonly messageId: string; readonly senderKnown: boolean }
  | AskModel
  /** What was asked for is not waited for any more: the job is superseded unless it is settled, its deadline forgotten. */
  | { readonly type: 'stopAsking'; readonly jobId: string }
  | BelieveOffline
  /** Nothing leaves, neither what waits now nor what is written meanwhile, until `releaseMessages`. */
  | { readonly type: 'holdMessages' }
  | { readonly type: 'releaseMessages' }
  /** Takes back a letter that no gateway has begun to hand over. */
  | { readonly type: 'withdrawMessage'; readonly outboxId: string }
  /** Hands the same letter over once more, with the same Message-ID. */
  | { readonly type: 'repeatMessage'; readonly outboxId: string }
  | { readonly type: 'scheduleTimer'; readonly timer: TimerName; readonly dueAt: Date }
  | { readonly type: 'cancelTimers' }
  /** Cancels every letter of this contact that has not begun to leave. */
  | { readonly type: 'cancelMessages' }
  | Suppress
  /** Keeps letters from an address they come back from; null is the one we write to. */
  | { readonly type: 'giveUpAddress'; readonly address: string | null }
  | Lift
  /** Makes a contact and a conversation of an address this contact gave us. */
  | { readonly type: 'openConversation'; readonly address: string }
  /** Takes the slot for this contact alone. A slot of the same `uid` that stands is moved. */
  | { readonly type: 'bookSlot'; readonly slot: BookedSlot }
  | { readonly type: 'releaseSlot'; readonly uid: string }
  /** Records to whom a demo's access code went. */
  | { readonly type: 'giveAccessCode'; readonly code: string }
  /** From now on the contact is written to in this language. */
  | { readonly type: 'changeLanguage'; readonly language: Language }
  /** Lets a draft go out, with the operator's own words where there are any. */
  | { readonly type: 'approveDraft'; readonly outboxId: string; readonly text?: string }
  | TellOperator;

/** Asks a model; what becomes of it is an event, and `modelDeadline` when nothing does. */
export interface AskModel {
  readonly type: 'askModel';
  readonly request: ModelRequest;
  /** Why the first answer was rejected. */
  readonly complaint?: string;
}

/** The offline engine's word counts after all; the result is `messageUnderstood`. */
export interface BelieveOffline {
  readonly type: 'believeOffline';
  readonly messageId: string;
  readonly senderKnown: boolean;
  readonly reading: Reading;
  readonly passages: readonly string[];
}

export interface Suppress {
  readonly type: 'suppress';
  readonly because: 'contact-asked' | 'unsubscribed' | 'operator-asked' | 'company-asked';
  /** The message that asked. Its sender is suppressed too, whoever that is. */
  readonly messageId?: string;
  /** Every contact of the company, later ones too. */
  readonly company: boolean;
}

/** Lets every identity of this contact be written to again. */
export interface Lift {
  readonly type: 'lift';
  /** `bounce`: only what was given up because letters came back; whoever said stop stays stopped. */
  readonly of: 'stop' | 'bounce';
  readonly because: 'contact-agreed' | 'contact-wrote' | 'operator-asked';
  /** The contact's words, or the operator's. */
  readonly reason: string;
}

/** Told once, by a mail to the operator's address; stored in any case. */
export interface TellOperator {
  readonly type: 'tellOperator';
  readonly about:
    | 'handed-over'
    | 'uncertain'
    | 'draft-due'
    | 'not-written-to'
    | 'awaiting-start'
    | 'substitute'
    | 'slot-declined'
    | 'unanswered';
  /** A sentence for the operator. */
  readonly because: string;
  /** For `substitute`: whom the operator may write to. */
  readonly addresses?: readonly string[];
}

/** `<eventId>:<n>`: unique for ever, so an effect that is stored twice is stored once. */
export type Effect = EffectBody & { readonly key: string };
