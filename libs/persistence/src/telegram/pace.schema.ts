import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** How fast something may leave: of a bot over all, or to one chat. Its `_id` says which. Server time. */
export interface Pace {
  readonly _id: string;
  /** What was asked for last may begin then. */
  readonly startAt: Date;
  readonly askedAt: Date;
  /** Before this nothing more may begin; long after it the document is removed. */
  readonly nextAt: Date;
}

export const paceSchema = new Schema<Pace>(
  {
    _id: { type: String, required: true },
    startAt: { type: Date, required: true },
    askedAt: { type: Date, required: true },
    nextAt: { type: Date, required: true },
  },
  { collection: COLLECTIONS.telegramPaces, versionKey: false, autoIndex: false },
);
