import type { BusinessConnection } from '@app/persistence/telegram/business-connection.schema';
import { textOf } from '../api/unknown-values';
import { readMessage } from './read-message';
import type { Said } from './said';
import { toConnection } from './to-connection';
import { idOf, wellFormed } from './well-formed';
import type { CallbackQuery, MembershipChange, Update } from './update';

/** What an update is to us. */
export type Incoming =
  | { readonly type: 'said'; readonly said: Said }
  /** `queryId`: what waits for an answer while the button shows that it was pressed. */
  | { readonly type: 'pressed'; readonly queryId: string; readonly said: Said | null }
  | { readonly type: 'connection'; readonly connection: BusinessConnection }
  | { readonly type: 'added-to-group'; readonly chatId: string; readonly languageCode: string }
  | { readonly type: 'ignored'; readonly because: string };

/** Says what an update is to us. Never throws: one that cannot be read is ignored, and holds up no other. */
export function readUpdate(update: Update, botId: string): Incoming {
  try {
    return read(update, botId);
  } catch (error) {
    return ignored(`it cannot be read: ${String(error)}`);
  }
}

function read(update: Update, botId: string): Incoming {
  const { update_id: updateId } = update;
  const written = update.message ?? update.business_message;
  if (written) return toSaid(readMessage(written, updateId, 'new'));
  const edited = update.edited_message ?? update.edited_business_message;
  if (edited) return toSaid(readMessage(edited, updateId, 'edited'));
  if (update.callback_query) return readPress(update.callback_query, updateId);
  if (update.my_chat_member) return readMembership(update.my_chat_member, updateId);
  if (update.business_connection) {
    return { type: 'connection', connection: toConnection(update.business_connection, botId) };
  }
  const kinds = Object.keys(update).filter((field) => field !== 'update_id');
  return ignored(`nothing follows from ${kinds.join(', ') || 'an empty one'}`);
}

function toSaid(read: Said | string): Incoming {
  return typeof read === 'string' ? ignored(read) : { type: 'said', said: wellFormed(read) };
}

function ignored(because: string): Incoming {
  return { type: 'ignored', because };
}

/** A button in a group, or on a message that Telegram shows no more, is answered and means nothing. */
function readPress({ id, from, data, message }: CallbackQuery, updateId: number): Incoming {
  if (message?.chat.type !== 'private' || data === undefined) return { type: 'pressed', queryId: id, said: null };
  return {
    type: 'pressed',
    queryId: id,
    said: wellFormed({
      ...NOTHING_WRITTEN,
      updateId,
      chatId: idOf(message.chat),
      user: from,
      happening: { type: 'pressed', action: data },
      repliesTo: message.message_id,
    }),
  };
}

function readMembership({ chat, from, new_chat_member: bot }: MembershipChange, updateId: number): Incoming {
  const isIn = ['member', 'administrator', 'restricted'].includes(bot.status);
  switch (chat.type) {
    case 'private': {
      const happening = { type: isIn ? 'unblocked' : 'blocked' } as const;
      return toSaid({ ...NOTHING_WRITTEN, updateId, chatId: idOf(chat), user: from, happening });
    }
    case 'group':
    case 'supergroup':
      if (!isIn) return ignored('the bot has left a group');
      return { type: 'added-to-group', chatId: idOf(chat), languageCode: textOf(from.language_code) };
    case 'channel':
      return ignored('it is of a channel');
    default:
      chat.type satisfies never;
      return ignored('it is of an unknown kind of chat');
  }
}

const NOTHING_WRITTEN = {
  text: '',
  messageId: null,
  repliesTo: null,
  at: null,
  file: null,
  businessConnectionId: null,
} as const;
