import type { SendMessage } from './send-message';
import type { Reading } from './reading';

/**
 * What a model has been asked for and has not answered: our own copy. Whoever does the job may write anything into it, so
 * nothing of what was asked is ever read back from there.
 */
export interface Asked {
  /** The key of the effect that asked: hosts know the job by another name. */
  readonly jobId: string;
  readonly request: ModelRequest;
}

export type ModelRequest = ReadingRequest | DraftRequest;

interface Requested {
  /** What a check rejected is asked for once more. */
  readonly attempt: 1 | 2;
  /** Business time at which we go on without an answer; the same for both attempts. */
  readonly dueAt: Date;
}

/** To read the messages of a burst together. */
export interface ReadingRequest extends Requested {
  readonly kind: 'understand';
  /** Oldest first. */
  readonly messages: readonly UnsureMessage[];
}

/** To draft a mail: an answer, or an opening letter. */
export interface DraftRequest extends Requested {
  readonly kind: 'answer' | 'offer';
  /** As it is written when no draft comes. */
  readonly letter: SendMessage;
  /** The messages whose questions it answers, oldest first. */
  readonly answers: readonly string[];
}

/** A message of which the offline engine is not sure, or that came with such a one. */
export interface UnsureMessage {
  readonly messageId: string;
  readonly senderKnown: boolean;
  /** Business time of its storing: its "tomorrow" is the day after. */
  readonly wroteAt: Date;
  /** What the offline engine makes of it: that counts when no model answers in time. */
  readonly reading: Reading;
  readonly passages: readonly string[];
  readonly hintsAtStop: boolean;
}
