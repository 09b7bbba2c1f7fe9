import type { BusinessBook } from './business-book';
import type { ChatBook } from './chat-book';
import type { FileShelf } from './file-shelf';
import type { MessageBook } from './message-book';
import type { PressedButtons } from './pressed-buttons';
import type { ScriptedFaults } from './scripted-faults';
import type { SendPace } from './send-pace';
import type { UpdateQueue } from './update-queue';

export interface BotAccount {
  readonly id: number;
  readonly username: string;
  readonly token: string;
}

/** What Telegram's servers know of one bot. */
export interface TelegramWorld {
  readonly bot: BotAccount;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly updates: UpdateQueue;
  readonly chats: ChatBook;
  readonly messages: MessageBook;
  readonly files: FileShelf;
  readonly businesses: BusinessBook;
  readonly pressed: PressedButtons;
  readonly faults: ScriptedFaults;
  /** null when no limits are enforced. */
  readonly pace: SendPace | null;
}

/** `User` of the API. */
export function botUser({ id, username }: BotAccount) {
  return { id, is_bot: true, first_name: 'Sales', username };
}

/** `date` of the API: seconds since 1970. */
export function dateOf({ now }: TelegramWorld): number {
  return Math.floor(now() / 1000);
}
