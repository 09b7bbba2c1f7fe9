import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/**
 * One company, for one product: `<product>:<domain>`. Stopping it and adding a contact of it both write this document
 * where the product stops companies, so that they conflict.
 */
export interface Company {
  readonly _id: string;
  readonly productId: string;
  readonly domain: string;
  /** open → stopping → stopped: nobody is added from `stopping` on, and its contacts are stopped one by one. */
  readonly status: 'open' | 'stopping' | 'stopped';
  /** The suppression that stopped it. */
  readonly suppressionId: string | null;
  /** The contact added last: a write that changes nothing would not conflict. */
  readonly joinedBy: string | null;
}

export const companySchema = new Schema<Company>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    domain: { type: String, required: true },
    status: { type: String, required: true },
    suppressionId: { type: String, default: null },
    joinedBy: { type: String, default: null },
  },
  { collection: COLLECTIONS.companies, versionKey: false, autoIndex: false },
);
