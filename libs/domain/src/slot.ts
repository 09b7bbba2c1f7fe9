/** A stretch of time, `to` excluded. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** A time at which a demo can be given. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A slot that is one contact's. A change keeps `uid` and raises `sequence` (RFC 5545, section 3.8.7.4). */
export interface BookedSlot extends Slot {
  readonly uid: string;
  readonly sequence: number;
}
