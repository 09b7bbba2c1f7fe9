/** What a machine's mail tells beyond its kind. */
export type MachineFacts = AbsenceTold | BounceTold | CalendarAnswer | NothingTold;

/** Somebody is away. */
export interface AbsenceTold {
  readonly type: 'absence';
  /** The first day on which they are back, `YYYY-MM-DD`; null when the note names none. */
  readonly returnsOn: string | null;
  /** Addresses of others to write to meanwhile, in lower case. */
  readonly substitutes: readonly string[];
}

/** A letter came back. */
export interface BounceTold {
  readonly type: 'bounce';
  /** The Message-ID of the letter, in angle brackets; null when the report names none. */
  readonly letter: string | null;
  /** The enhanced status code (RFC 3463), such as `5.1.1`; null when there is none. */
  readonly status: string | null;
  /** The address that was not reached, in lower case; null when the report names none. */
  readonly recipient: string | null;
}

/** An answer to an invitation of ours (RFC 5546). */
export interface CalendarAnswer {
  readonly type: 'calendarReply';
  readonly answer: 'accepted' | 'declined' | 'tentative';
  readonly uid: string;
}

export interface NothingTold {
  readonly type: 'none';
}
