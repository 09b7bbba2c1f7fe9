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
  /** As `@app/domain/address` writes them; the first is the e-mail address, if there is one. */
  readonly addresses: readonly string[];
  /** The chat with the bot, once the contact pressed Start; `addresses` holds its user then. */
  readonly telegram: ContactTelegram | null;
  /** The part of the e-mail address after the @, when it is a company's own; '' when it is a mail provider's. */
  readonly companyDomain: string;
  /** IANA name; null for the product's. */
  readonly timeZone: string | null;
  /** Products or topics the contact is interested in, in the operator's words. */
  readonly interests: readonly string[];
  /** Where the address came from, and on what ground we write; '' when not stated. */
  readonly consent: { readonly source: string; readonly ground: string };
  readonly notes: readonly { readonly at: Date; readonly text: string }[];
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

/** Where a contact is reached in Telegram. Ids are strings, never computed with. */
export interface ContactTelegram {
  /** The bot, among the accounts: `telegram:<bot id>`. */
  readonly accountId: string;
  readonly userId: string;
  readonly chatId: string;
  /** Without @; '' when the user has none. */
  readonly username: string;
  /** IETF tag as Telegram tells it; '' when it does not. */
  readonly languageCode: string;
  readonly startedAt: Date;
  /** Blocked by the user, or the account is gone: nothing can be written there. */
  readonly unreachable: boolean;
  /** The Business connection in whose name the contact is written to; null for the bot's own. */
  readonly businessConnectionId: string | null;
}

const telegramSchema = new Schema<ContactTelegram>(
  {
    accountId: { type: String, required: true },
    userId: { type: String, required: true },
    chatId: { type: String, required: true },
    username: { type: String, default: '' },
    languageCode: { type: String, default: '' },
    startedAt: { type: Date, required: true },
    unreachable: { type: Boolean, required: true },
    businessConnectionId: { type: String, default: null },
  },
  { _id: false },
);

const consentSchema = new Schema<Contact['consent']>(
  { source: { type: String, default: '' }, ground: { type: String, default: '' } },
  { _id: false },
);

export const contactSchema = new Schema<Contact>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    name: { type: String, default: '' },
    company: { type: String, default: '' },
    language: { type: String, required: true },
    addresses: { type: [String], required: true },
    telegram: { type: telegramSchema, default: null },
    companyDomain: { type: String, default: '' },
    timeZone: { type: String, default: null },
    interests: { type: [String], required: true },
    consent: { type: consentSchema, required: true },
    notes: { type: [{ _id: false, at: Date, text: String }], required: true },
    accountId: { type: String, required: true },
    conversationId: { type: String, required: true },
    referredBy: { type: String, default: null },
    stoppedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: COLLECTIONS.contacts, versionKey: false, autoIndex: false },
);
