import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';
import { pauseSchema, type Pause } from '../pause.schema';

/** The bot of this installation, as Telegram knows it, and who asks Telegram for what it was sent. */
export interface TelegramBot {
  /** Telegram's id of it: what its token begins with. */
  readonly _id: string;
  /** Without @; links to it are made of this. '' until Telegram was reached for the first time. */
  readonly username: string;
  /** Whom somebody belongs to who presses Start without a token; '' where the settings name none. */
  readonly productId: string;
  /** The address at which Telegram calls us; '' where it is polled. */
  readonly webhook: string;
  /** The instance that polls; its hold counts while it shows a heartbeat. */
  readonly heldBy: string | null;
  /** Nothing leaves while it is paused; null while it works. */
  readonly paused: Pause | null;
}

export const botSchema = new Schema<TelegramBot>(
  {
    _id: { type: String, required: true },
    username: { type: String, default: '' },
    productId: { type: String, default: '' },
    webhook: { type: String, default: '' },
    heldBy: { type: String, default: null },
    paused: { type: pauseSchema, default: null },
  },
  { collection: COLLECTIONS.telegramBots, versionKey: false, autoIndex: false },
);

/** What a bot is called among the accounts that messages come to and letters leave from. */
export function botAccountId(botId: string): string {
  return `telegram:${botId}`;
}
