/** A Bot API server on 127.0.0.1 (https://core.telegram.org/bots/api) with one bot, and the people the bot talks to. */
export interface TelegramEmulator {
  /** What stands before `/bot<token>/<method>`. */
  readonly apiRoot: string;
  readonly token: string;
  readonly botId: string;
  /** Without @. */
  readonly botUsername: string;
  /** Somebody with a Telegram account who has not pressed Start. */
  user(person?: Partial<Person>): EmulatedUser;
  group(title?: string): EmulatedGroup;
  /** An update of a form nobody has thought of; its `update_id`. */
  bringsUpdate(content: Readonly<Record<string, unknown>>): number;
  /** How many updates the bot has not confirmed. */
  unconfirmed(): number;
  /** What reached a chat, oldest first, whatever the bot was told of it. */
  sent(): readonly SentByBot[];
  /** Each call that came in but getUpdates, oldest first, also those that were refused. */
  calls(method?: string): readonly BotCall[];
  /** Whether a poll is open right now. */
  isPolled(): boolean;
  /** How many polls another one, or a webhook, has ended with 409. */
  conflicts(): number;
  /** The next `update_id`s start here: to play that Telegram counts anew after a quiet week. */
  countUpdatesFrom(updateId: number): void;
  readonly faults: FaultScript;
  close(): Promise<void>;
}

export interface TelegramOptions {
  /** Telegram's limits on messages; null, the default, enforces none. */
  readonly limits?: SendLimits | null;
  /** Milliseconds since 1970: what dates messages and lets them expire. By default the machine's clock. */
  readonly now?: () => number;
  /** Called as soon as a message of the bot has reached a chat. */
  readonly onSent?: (message: SentByBot) => void;
  /** Before a webhook that failed is tried again; 200 by default. */
  readonly webhookRetryMs?: number;
}

/** More than this within any second of the machine's clock is answered by 429. Who paces sends needs a margin for the way. */
export interface SendLimits {
  readonly overAll: number;
  readonly perChat: number;
}

/** What Telegram itself enforces. */
export const TELEGRAM_LIMITS: SendLimits = { overAll: 30, perChat: 1 };

export interface Person {
  readonly firstName: string;
  /** '' for none. */
  readonly lastName: string;
  /** Without @; '' for none. */
  readonly username: string;
  /** IETF tag; '' when Telegram does not tell it. */
  readonly languageCode: string;
}

/** A person in a private chat with the bot. Each method that does something makes the update Telegram would make. */
export interface EmulatedUser extends Person {
  /** Of a private chat too. */
  readonly id: string;
  /** Presses Start, with the token of the link that led here; unblocks the bot first where it is blocked. */
  starts(token?: string): WrittenMessage;
  writes(text: string, options?: { readonly replyTo?: number }): WrittenMessage;
  edits(message: WrittenMessage, text: string): void;
  /** Presses the newest button of this label in the chat; throws when no message shows one. */
  presses(label: string): PressedButton;
  sendsDocument(file: SentFile): WrittenMessage;
  /** The largest size is the file as it is. */
  sendsPhoto(file: SentFile): WrittenMessage;
  sendsVoice(file: SentFile): WrittenMessage;
  /** A contact card; `userId` when the person on it has Telegram. */
  sharesContact(card: {
    readonly firstName: string;
    readonly phone: string;
    readonly userId?: string;
    readonly vcard?: string;
  }): WrittenMessage;
  /** Chooses users by a button of ours that requested them (`users_shared`). */
  sharesUsers(users: readonly EmulatedUser[]): WrittenMessage;
  blocks(): void;
  unblocks(): void;
  deletesAccount(): void;
  /** What the bot wrote in the private chat and is still there, oldest first. */
  sees(): readonly SentByBot[];
  /** As the owner of a business account: connects the bot to it. All rights unless some are withheld. */
  connectsBot(rights?: BusinessRights): EmulatedBusiness;
}

export interface SentFile {
  readonly bytes: Uint8Array;
  /** '' where Telegram tells none; photos and voice have none. */
  readonly name?: string;
  readonly type?: string;
  readonly caption?: string;
  /** What Telegram says the size is, to play a file of more than 20 MB without making one. */
  readonly toldSize?: number;
}

/** Where a message stands. */
export interface WrittenMessage {
  readonly chatId: string;
  readonly messageId: number;
  readonly updateId: number;
}

export interface PressedButton {
  readonly queryId: string;
  readonly updateId: number;
  /** What answerCallbackQuery answered; null while it has not. */
  answer(): { readonly text: string } | null;
}

/** `BusinessBotRights` of the API, those that matter here. */
export interface BusinessRights {
  readonly canReply: boolean;
}

/** The connection of a business account with the bot: messages of the account's own chats. */
export interface EmulatedBusiness {
  readonly id: string;
  /** Somebody writes to the account. */
  receives(from: EmulatedUser, text: string): WrittenMessage;
  /** The owner writes to somebody by hand. */
  writes(to: EmulatedUser, text: string): WrittenMessage;
  /** The sender edits what was received. */
  isEdited(message: WrittenMessage, text: string): void;
  isDeleted(message: WrittenMessage): void;
  grants(rights: BusinessRights): void;
  disconnects(): void;
}

export interface EmulatedGroup {
  /** The one it was upgraded to, once it was. */
  readonly id: string;
  addsBot(by: EmulatedUser): void;
  removesBot(by: EmulatedUser): void;
  writes(from: EmulatedUser, text: string): WrittenMessage;
  /** Becomes a supergroup under another id; sends to the old one are refused with `migrate_to_chat_id`. */
  isUpgraded(by: EmulatedUser): void;
}

/** A message of the bot as its chat shows it. */
export interface SentByBot {
  readonly messageId: number;
  readonly chatId: string;
  /** '' for none. */
  readonly businessConnectionId: string;
  readonly method: 'sendMessage' | 'sendDocument' | 'sendPhoto';
  /** Words or caption as the person reads them, without markup. */
  readonly text: string;
  /** As the API returns them: offsets and lengths in UTF-16 units. */
  readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  /** null when none came along. */
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null;
  /** The rows under it at this moment. */
  readonly buttons: readonly (readonly { readonly label: string; readonly action: string }[])[];
  /** The message it answers; null for none. */
  readonly replyTo: number | null;
  /** Milliseconds since 1970 by the machine's clock. */
  readonly at: number;
}

export interface BotCall {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `error_code` of the answer, 200 for none; null when there was no answer. */
  readonly code: number | null;
}

export interface FaultScript {
  /** The next calls that match meet this instead; faults set earlier come first. */
  next(fault: TelegramFault, where?: FaultPlace): void;
  /** Also lets calls that hang go, unanswered. */
  clear(): void;
}

export interface FaultPlace {
  /** All but getUpdates when not given. */
  readonly method?: string;
  readonly chatId?: string;
  /** How many calls; 1 when not given. */
  readonly times?: number;
}

export type TelegramFault =
  /** 429 with `retry_after`. */
  | { readonly type: 'flood'; readonly retryAfter: number }
  | { readonly type: 'error'; readonly code: number; readonly description: string }
  /** A page of HTML, as a proxy in front answers. */
  | { readonly type: 'no-json'; readonly status: number }
  /** Takes the request and never answers. */
  | { readonly type: 'hang' }
  /** The connection ends unanswered: before or after the call was carried out. */
  | { readonly type: 'cut'; readonly when: 'before' | 'after' };
