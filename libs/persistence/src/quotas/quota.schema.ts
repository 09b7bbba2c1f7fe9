import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** How many letters of one day are used up: of an account, or of an account to one company. Its `_id` says which. */
export interface Quota {
  readonly _id: string;
  readonly used: number;
  /** Server time; long after it the document is removed. */
  readonly usedAt: Date;
}

export const quotaSchema = new Schema<Quota>(
  {
    _id: { type: String, required: true },
    used: { type: Number, required: true },
    usedAt: { type: Date, required: true },
  },
  { collection: COLLECTIONS.quotas, versionKey: false, autoIndex: false },
);
