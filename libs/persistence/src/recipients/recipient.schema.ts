import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/**
 * The guard of one recipient. Suppressing, binding and claiming each write it in their own transaction,
 * so that a stop and a send conflict instead of passing each other.
 */
export interface Recipient {
  /** `<key id>:<normalisation version>:<HMAC-SHA-256>`; no address stands here. */
  readonly _id: string;
  readonly suppressed: boolean;
  /** The suppression that holds; its letters may pass it as DESIGN says, each once. */
  readonly suppression: string | null;
  readonly passed: readonly string[];
  /** The claim that wrote the guard last. */
  readonly claimId: string | null;
  /** The contact this recipient is, for each product. */
  readonly bindings: readonly { readonly productId: string; readonly contactId: string }[];
}

export const recipientSchema = new Schema<Recipient>(
  {
    _id: { type: String, required: true },
    suppressed: { type: Boolean, required: true },
    suppression: { type: String, default: null },
    passed: { type: [String], required: true },
    claimId: { type: String, default: null },
    bindings: { type: [{ _id: false, productId: String, contactId: String }], required: true },
  },
  { collection: COLLECTIONS.recipients, versionKey: false, autoIndex: false },
);

/** The append-only history beside the guards. */
export interface Suppression {
  readonly _id: string;
  readonly recipientIds: readonly string[];
  readonly contactId: string;
  readonly conversationId: string;
  readonly because: 'contact-asked' | 'operator-asked';
  readonly messageId: string | null;
  /** Business time from which it holds. */
  readonly at: Date;
  /** What its transaction cancelled. */
  readonly cancelledMessages: readonly string[];
  readonly cancelledTimers: readonly string[];
}

export const suppressionSchema = new Schema<Suppression>(
  {
    _id: { type: String, required: true },
    recipientIds: { type: [String], required: true },
    contactId: { type: String, required: true },
    conversationId: { type: String, required: true },
    because: { type: String, required: true },
    messageId: { type: String, default: null },
    at: { type: Date, required: true },
    cancelledMessages: { type: [String], required: true },
    cancelledTimers: { type: [String], required: true },
  },
  { collection: COLLECTIONS.suppressions, versionKey: false, autoIndex: false },
);
