import type { Letter } from './letter';
import type { Settlement } from './delivery';
import type { Reading } from './reading';
import type { Rules } from './rules';

/** Something that happened to a conversation, with every input its decision needs. */
export type ConversationEvent =
  | ConversationOpened
  | ContactWrote
  | MessageUnderstood
  | MachineWrote
  | DeliverySettled
  | TimerFired
  | OperatorReplied
  | OperatorReleased
  | OperatorStopped;

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
}

export interface ContactWrote extends Happened {
  readonly type: 'contactWrote';
  readonly messageId: string;
  /** False when a stranger answered in this thread: that proves no identity. */
  readonly senderKnown: boolean;
  /** Whether the answer in `memory.awaited` can still be taken back: no gateway has begun to hand it over. */
  readonly answerReplaceable: boolean;
}

export interface MessageUnderstood extends Happened {
  readonly type: 'messageUnderstood';
  readonly messageId: string;
  readonly senderKnown: boolean;
  readonly reading: Reading;
  /** Ids of the product's passages that answer the message's question, best first. */
  readonly passages: readonly string[];
  /** Every address the reading names, with what we may do with it. */
  readonly colleagues: readonly Colleague[];
}

export interface Colleague {
  readonly address: string;
  readonly standing: 'new' | 'suppressed' | 'in-conversation' | 'own' | 'no-reply';
}

/** A machine answered: noted, never read, never answered. */
export interface MachineWrote extends Happened {
  readonly type: 'machineWrote';
  readonly messageId: string;
  readonly kind: 'auto_reply' | 'bounce_hard' | 'bounce_soft' | 'list' | 'receipt' | 'calendar';
}

export interface DeliverySettled extends Happened {
  readonly type: 'deliverySettled';
  readonly outboxId: string;
  readonly letters: readonly Letter[];
  readonly settlement: Settlement;
}

export interface TimerFired extends Happened {
  readonly type: 'timerFired';
  readonly timer: TimerName;
}

export type TimerName = 'silence' | 'reminder' | 'demoFollowUp';

export interface OperatorReplied extends Happened {
  readonly type: 'operatorReplied';
  readonly text: string;
}

export interface OperatorReleased extends Happened {
  readonly type: 'operatorReleased';
}

export interface OperatorStopped extends Happened {
  readonly type: 'operatorStopped';
}
