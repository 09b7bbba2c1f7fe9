import type { DraftedSentence } from './drafted';
import type { Letter } from './letter';
import type { BookedSlot, Slot } from './slot';

/** Writes a mail to the contact. */
export interface SendMessage {
  readonly type: 'sendMessage';
  /** One mail: the first letter names the subject. */
  readonly letters: readonly Letter[];
  /** The inbound message this answers; absent when we write first. */
  readonly answers?: string;
  readonly passages?: readonly string[];
  /** A model's sentences: in place of the passages' own words, or of what an opening says to everybody. */
  readonly drafted?: readonly DraftedSentence[];
  readonly date?: Date;
  readonly text?: string;
  /** For `demo-slots`: what is offered. */
  readonly slots?: readonly Slot[];
  /** For `slot-booked` and `slot-cancelled`. */
  readonly slot?: BookedSlot;
  /** For `demo-access`. */
  readonly code?: string;
}
