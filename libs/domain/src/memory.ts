import type { Asked } from './asked';
import type { TimerName } from './event';
import type { Letter } from './letter';
import type { BookedSlot, Slot } from './slot';
import type { Stage } from './stage';
import type { Want } from './want';

/** What a conversation remembers between its turns. Small: the history is in the turns. */
export interface Memory {
  /** What the contact asked for that no letter which has begun to leave answers. */
  readonly wants: readonly Want[];
  /** Messages whose reading is under way. */
  readonly unread: readonly string[];
  /** The one thing a model has been asked for. */
  readonly asked: Asked | null;
  /** Messages of which nobody knows yet whether they say stop: nothing leaves until that is settled. */
  readonly mayBeStops: readonly string[];
  /** Where the message that is being read found us. */
  readonly cameFrom: Stage;
  /** The letter whose settlement we wait for. */
  readonly awaited: AwaitedLetter | null;
  readonly askedForColleague: boolean;
  /** Mails come back, and there is no chat to write in: nothing is written until that is lifted. */
  readonly bounced: boolean;
  /** Mails come back, and there is a chat: everything is written there until that is lifted. */
  readonly emailGivenUp: boolean;
  /** What came back for now since the contact's last message, each letter once. */
  readonly softBounces: readonly string[];
  /** The answers of the last hour, oldest first. */
  readonly answered: readonly WrittenAnswer[];
  /** What was set to wake us; one that is due by now has fired, or is about to. */
  readonly timers: readonly SetTimer[];
  /** Substitutes the operator has been told of, or who were written to. */
  readonly substitutes: readonly string[];
  /** `ask-to-resume` was written under the suppression that holds. */
  readonly askedToResume: boolean;
  /** How many follow-ups have been written since the contact's last message. */
  readonly followUps: number;
  /** The slots offered last, in the order they were offered; empty once one is booked. */
  readonly offered: readonly Slot[];
  readonly slot: BookedSlot | null;
  /** When the reminder is due. */
  readonly remindAt: Date | null;
  /** A timer came due while a message was being read. */
  readonly missedTimer: boolean;
  /** Why a person has the conversation, in a sentence for the operator. */
  readonly handedOverBecause: string | null;
}

export interface AwaitedLetter {
  readonly outboxId: string;
  readonly letters: readonly Letter[];
}

export interface WrittenAnswer {
  readonly outboxId: string;
  readonly at: Date;
}

export interface SetTimer {
  readonly timer: TimerName;
  readonly dueAt: Date;
}

export const EMPTY_MEMORY: Memory = {
  wants: [],
  unread: [],
  asked: null,
  mayBeStops: [],
  cameFrom: 'drafting-offer',
  awaited: null,
  askedForColleague: false,
  bounced: false,
  emailGivenUp: false,
  softBounces: [],
  answered: [],
  timers: [],
  substitutes: [],
  askedToResume: false,
  followUps: 0,
  offered: [],
  slot: null,
  remindAt: null,
  missedTimer: false,
  handedOverBecause: null,
};
