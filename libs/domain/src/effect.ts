import type { Letter } from './letter';
import type { TimerName } from './event';

/** What a decision wants done. It is stored in the decision's own transaction and carried out by whoever it concerns. */
export type EffectBody =
  | SendMessage
  /** Reads the message; the result is `messageUnderstood`. */
  | { readonly type: 'understandMessage'; readonly messageId: string; readonly senderKnown: boolean }
  /** Takes back a letter that no gateway has begun to hand over. */
  | { readonly type: 'withdrawMessage'; readonly outboxId: string }
  /** Hands the same letter over once more, with the same Message-ID. */
  | { readonly type: 'repeatMessage'; readonly outboxId: string }
  | { readonly type: 'scheduleTimer'; readonly timer: TimerName; readonly dueAt: Date }
  | { readonly type: 'cancelTimers' }
  /** Cancels every letter of this contact that has not begun to leave. */
  | { readonly type: 'cancelMessages' }
  | Suppress
  /** Makes a contact and a conversation of an address this contact gave us. */
  | { readonly type: 'openConversation'; readonly address: string };

export interface SendMessage {
  readonly type: 'sendMessage';
  /** One mail: the first letter names the subject. */
  readonly letters: readonly Letter[];
  /** The inbound message this answers; absent when we write first. */
  readonly answers?: string;
  readonly passages?: readonly string[];
  readonly date?: Date;
  readonly text?: string;
}

export interface Suppress {
  readonly type: 'suppress';
  readonly because: 'contact-asked' | 'operator-asked';
  /** The message that asked. Its sender is suppressed too, whoever that is. */
  readonly messageId?: string;
}

/** `<eventId>:<n>`: unique for ever, so an effect that is stored twice is stored once. */
export type Effect = EffectBody & { readonly key: string };
