import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** A demo slot that is booked; giving it back removes it. Its `_id` is the calendar entry's UID. */
export interface SlotDocument {
  readonly _id: string;
  readonly productId: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sequence: number;
  /** Business time of the booking, or of the last change. */
  readonly at: Date;
}

/** One cell of a product's calendar that is taken: `<product>:<ISO start>`, so that nobody else can take it. */
export interface SlotCell {
  readonly _id: string;
  /** The UID of the slot that takes it up. */
  readonly uid: string;
  readonly startsAt: Date;
}

export const slotSchema = new Schema<SlotDocument>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    contactId: { type: String, required: true },
    conversationId: { type: String, required: true },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { collection: COLLECTIONS.slots, versionKey: false, autoIndex: false },
);

export const slotCellSchema = new Schema<SlotCell>(
  {
    _id: { type: String, required: true },
    uid: { type: String, required: true },
    startsAt: { type: Date, required: true },
  },
  { collection: COLLECTIONS.slotCells, versionKey: false, autoIndex: false },
);
