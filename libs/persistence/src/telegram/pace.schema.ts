import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** Whose limit keeps a message from leaving: its chat's, or the one over all. */
export type HeldBy = 'chat' | 'all';

/** How fast a bot may send: over all, and to each chat it lately sent to. Server time. */
export interface Pace {
  /** The bot's account. */
  readonly _id: string;
  /** Why what was asked for last was not granted; null when it was. */
  readonly heldBy: HeldBy | null;
  /** It may begin then, or be asked for again. */
  readonly startAt: Date;
  readonly askedAt: Date;
  /** Before this nothing more may begin. */
  readonly nextAt: Date;
  /** Chats to which nothing more may begin before a moment of their own; those whose moment is over are left out. */
  readonly chats: readonly { readonly id: string; readonly nextAt: Date }[];
}

export const paceSchema = new Schema<Pace>(
  {
    _id: { type: String, required: true },
    heldBy: { type: String, default: null },
    startAt: { type: Date, required: true },
    askedAt: { type: Date, required: true },
    nextAt: { type: Date, required: true },
    chats: { type: [{ _id: false, id: String, nextAt: Date }], required: true },
  },
  { collection: COLLECTIONS.telegramPaces, versionKey: false, autoIndex: false },
);
