import { isRecord } from '../api/unknown-values';

/**
 * What of an update is looked at (https://core.telegram.org/bots/api#update); telegraf 4 has no types for Business. It
 * comes from outside: each field but `update_id` may be missing or of another form, and whoever reads it is caught.
 */
export interface Update {
  readonly update_id: number;
  readonly message?: Message;
  readonly edited_message?: Message;
  readonly callback_query?: CallbackQuery;
  readonly my_chat_member?: MembershipChange;
  readonly business_connection?: Connection;
  readonly business_message?: Message;
  readonly edited_business_message?: Message;
}

/** Every kind that Telegram is to send; what is said nowhere else is ignored. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const;

export interface User {
  readonly id: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
}

export interface Message {
  readonly message_id: number;
  readonly chat: Chat;
  readonly from: User;
  /** Seconds. */
  readonly date: number;
  readonly text?: string;
  readonly caption?: string;
  readonly reply_to_message?: { readonly message_id: number };
  readonly document?: GivenFile;
  /** The same picture in several sizes, the largest last. */
  readonly photo?: readonly GivenFile[];
  readonly voice?: GivenFile;
  readonly audio?: GivenFile;
  readonly video?: GivenFile;
  readonly video_note?: GivenFile;
  readonly animation?: GivenFile;
  readonly sticker?: { readonly emoji?: string };
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly contact?: { readonly phone_number: string; readonly user_id?: number };
  readonly users_shared?: { readonly users: readonly { readonly username?: string }[] };
  readonly business_connection_id?: string;
  /** Which bot sent it in the name of a business account. */
  readonly sender_business_bot?: User;
}

/** A file as Telegram describes it. */
export interface GivenFile {
  readonly file_id: string;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly file_size?: number;
}

export interface CallbackQuery {
  readonly id: string;
  readonly from: User;
  readonly data?: string;
  /** What bears the button. */
  readonly message?: Pick<Message, 'message_id' | 'chat'>;
}

export interface MembershipChange {
  readonly chat: Chat;
  readonly from: User;
  readonly new_chat_member: { readonly status: string };
}

/** A Business connection. Bots before API 9.0 were told `can_reply` beside the connection, now it stands among its rights. */
export interface Connection {
  readonly id: string;
  readonly user: User;
  readonly is_enabled: boolean;
  readonly can_reply?: boolean;
  readonly rights?: { readonly can_reply?: boolean };
}

/** Whether it can be named, and so stored and confirmed. */
export function isUpdate(value: unknown): value is Update {
  return isRecord(value) && Number.isSafeInteger(value['update_id']);
}
