/** What Telegram tells of a message beside its words. Ids are strings (52-bit numbers, never computed with). */
export interface ChatFacts {
  readonly chatId: string;
  readonly userId: string;
  /** Without @; '' when the user has none. */
  readonly username: string;
  /** IETF tag as Telegram tells it; '' when it does not. */
  readonly languageCode: string;
  readonly happening: ChatHappening;
  /** The Business connection in whose name this chat is held; null for the bot's own chats. */
  readonly businessConnectionId: string | null;
}

/** What the person did. Words stand in the message's `text`, files in its `attachments`. */
export type ChatHappening =
  | { readonly type: 'wrote' }
  /** `edits`: the `messageId` of what was edited. */
  | { readonly type: 'edited'; readonly edits: string }
  | { readonly type: 'started'; readonly token: string | null }
  | { readonly type: 'asked'; readonly command: 'stop' | 'help' | 'language' }
  /** `action`: the callback data, at most 64 bytes, as the button carried it. */
  | { readonly type: 'pressed'; readonly action: string }
  /** A contact card or user names were shared: a redirect. '' where no phone number was. */
  | { readonly type: 'shared'; readonly names: readonly string[]; readonly phone: string }
  | { readonly type: 'blocked' }
  | { readonly type: 'unblocked' }
  | { readonly type: 'migrated'; readonly to: string };
