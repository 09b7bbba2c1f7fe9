import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** The owner of a business account let the bot answer in its chats (Telegram Business). */
export interface BusinessConnection {
  /** As Telegram calls the connection; each message that comes by it names it. */
  readonly _id: string;
  readonly botId: string;
  /** The owner's user id: what this user writes in those chats was written by hand. */
  readonly ownerId: string;
  /** Whether the owner granted the right to answer. */
  readonly canReply: boolean;
  /** False once the owner ended the connection. */
  readonly isEnabled: boolean;
}

export const businessConnectionSchema = new Schema<BusinessConnection>(
  {
    _id: { type: String, required: true },
    botId: { type: String, required: true },
    ownerId: { type: String, required: true },
    canReply: { type: Boolean, required: true },
    isEnabled: { type: Boolean, required: true },
  },
  { collection: COLLECTIONS.telegramConnections, versionKey: false, autoIndex: false },
);
