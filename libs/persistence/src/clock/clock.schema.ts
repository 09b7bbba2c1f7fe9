import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** The one document that moves business time, for demo and tests; followed only where the settings allow it. */
export interface ClockDocument {
  readonly _id: 'business';
  /** Milliseconds business time is ahead of the host's clock. */
  readonly aheadMs: number;
}

export const clockSchema = new Schema<ClockDocument>(
  { _id: { type: String, required: true }, aheadMs: { type: Number, required: true } },
  { collection: COLLECTIONS.clock, versionKey: false, autoIndex: false },
);
