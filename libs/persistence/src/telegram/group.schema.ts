import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** A group somebody added the bot to, and that was told, once, that the bot talks to one person at a time. */
export interface ToldGroup {
  /** `<bot id>:<chat id>`. */
  readonly _id: string;
  readonly at: Date;
}

export const groupSchema = new Schema<ToldGroup>(
  { _id: { type: String, required: true }, at: { type: Date, required: true } },
  { collection: COLLECTIONS.telegramGroups, versionKey: false, autoIndex: false },
);
