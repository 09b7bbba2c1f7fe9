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

export type SuppressionReason =
  | 'contact-asked'
  /** The contact pressed the mail client's button. */
  | 'unsubscribed'
  | 'operator-asked'
  /** Somebody of the same company asked, and the product stops companies. */
  | 'company-asked'
  /** Letters come back: a fact about the address, not the person's word. */
  | 'bounced'
  /** The operator brought a list. */
  | 'imported'
  | 'erased';

/** The append-only history beside the guards: what was suppressed, and what was lifted again. */
export interface Suppression {
  readonly _id: string;
  readonly type: 'suppressed' | 'lifted';
  readonly recipientIds: readonly string[];
  /** '' for an address that is no contact's. */
  readonly contactId: string;
  readonly conversationId: string;
  readonly because: SuppressionReason | 'contact-agreed' | 'contact-wrote';
  /** Why it was lifted, in the contact's words or the operator's; '' for a suppression. */
  readonly reason: string;
  readonly messageId: string | null;
  /** Business time from which it holds. */
  readonly at: Date;
  /** What its transaction cancelled. */
  readonly cancelledMessages: readonly string[];
  readonly cancelledTimers: readonly string[];
  /** Companies that it closed, or opened again, by their ids; absent where there are none. */
  readonly companies?: readonly string[];
}

export const suppressionSchema = new Schema<Suppression>(
  {
    _id: { type: String, required: true },
    recipientIds: { type: [String], required: true },
    type: { type: String, required: true },
    contactId: { type: String, default: '' },
    conversationId: { type: String, default: '' },
    because: { type: String, required: true },
    reason: { type: String, default: '' },
    messageId: { type: String, default: null },
    at: { type: Date, required: true },
    cancelledMessages: { type: [String], required: true },
    cancelledTimers: { type: [String], required: true },
    companies: { type: [String], default: undefined },
  },
  { collection: COLLECTIONS.suppressions, versionKey: false, autoIndex: false },
);
