import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** A link to the bot that was given to one contact. The token itself stands in the contact's letter alone. */
export interface TelegramLink {
  /** SHA-256 of the token, base64url. */
  readonly _id: string;
  readonly contactId: string;
  readonly createdAt: Date;
  /** Business time from which it joins nobody any more; null for never. */
  readonly expiresAt: Date | null;
  /** The message whose Start joined the contact by it; null until then. */
  readonly joinedBy: string | null;
}

export const linkSchema = new Schema<TelegramLink>(
  {
    _id: { type: String, required: true },
    contactId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    joinedBy: { type: String, default: null },
  },
  { collection: COLLECTIONS.telegramLinks, versionKey: false, autoIndex: false },
);

/** How often a Telegram user lately pressed Start with a token that is none. */
export interface VainStarts {
  /** The guard's id of `telegram:<user id>`: no id of Telegram's stands here. */
  readonly _id: string;
  /** Messages, each once. */
  readonly messages: readonly string[];
  /** Business time of the latest. */
  readonly at: Date;
}

export const vainStartsSchema = new Schema<VainStarts>(
  {
    _id: { type: String, required: true },
    messages: { type: [String], required: true },
    at: { type: Date, required: true },
  },
  { collection: COLLECTIONS.telegramVainStarts, versionKey: false, autoIndex: false },
);
