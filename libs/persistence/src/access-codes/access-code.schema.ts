import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** One access code to a product's demo. Its `_id` is `<product>:<code>`. */
export interface AccessCode {
  readonly _id: string;
  readonly productId: string;
  readonly code: string;
  /** Whose it is; null while it is free, '' when it was given to somebody who is erased. */
  readonly contactId: string | null;
  /** Server time. */
  readonly givenAt: Date | null;
}

export const accessCodeSchema = new Schema<AccessCode>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    code: { type: String, required: true },
    contactId: { type: String, default: null },
    givenAt: { type: Date, default: null },
  },
  { collection: COLLECTIONS.accessCodes, versionKey: false, autoIndex: false },
);
