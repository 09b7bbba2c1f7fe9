import { Schema } from 'mongoose';
import type { Language } from '@app/domain/language';
import { COLLECTIONS } from '../collections';

/** A person at a company, for one product. */
export interface Contact {
  readonly _id: string;
  readonly productId: string;
  readonly name: string;
  readonly company: string;
  readonly language: Language;
  /** E-mail addresses in lower case; the first is the one we write to. */
  readonly addresses: readonly string[];
  /** The mail account the contact stays with. */
  readonly accountId: string;
  /** The conversation that is open; a restart opens another. */
  readonly conversationId: string;
  /** The contact who pointed us here. */
  readonly referredBy: string | null;
  /** When the contact said stop, or the operator did. */
  readonly stoppedAt: Date | null;
  /** Written by every stop and every new identity, so that the two conflict. */
  readonly revision: number;
  readonly createdAt: Date;
}

export const contactSchema = new Schema<Contact>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    name: { type: String, default: '' },
    company: { type: String, default: '' },
    language: { type: String, required: true },
    addresses: { type: [String], required: true },
    accountId: { type: String, required: true },
    conversationId: { type: String, required: true },
    referredBy: { type: String, default: null },
    stoppedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: COLLECTIONS.contacts, versionKey: false, autoIndex: false },
);
