import type { ChatHappening } from '@app/domain/chat-facts';
import type { User } from './update';

/** What one update tells of a person in a chat of two. */
export interface Said {
  readonly updateId: number;
  readonly chatId: string;
  readonly user: User;
  readonly happening: ChatHappening;
  /** The person's words; '' for none. */
  readonly text: string;
  /** Within the chat; null where no message tells of it. */
  readonly messageId: number | null;
  readonly repliesTo: number | null;
  readonly at: Date | null;
  readonly file: SentFile | null;
  readonly businessConnectionId: string | null;
}

/** A file that came along, still with Telegram. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** In bytes, as Telegram tells; 0 where it does not. */
  readonly size: number;
}
