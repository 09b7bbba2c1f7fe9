import type { ApiObject } from './api-object';
import { chatOf, userOf, type GroupChat, type PrivateChat } from './chat-book';
import type { WrittenMessage } from './emulator';
import type { Place, StoredMessage } from './message-book';
import { dateOf, type TelegramWorld } from './telegram-world';

/** Where somebody's message stands, and in which chat the API shows it. */
export interface IncomingPlace {
  readonly chat: PrivateChat | GroupChat;
  /** '' in the bot's own chats. */
  readonly businessConnectionId: string;
}

/** Somebody's message as it is stored, and the update that tells of it. */
export function receive(
  world: TelegramWorld,
  { chat, businessConnectionId }: IncomingPlace,
  from: PrivateChat,
  content: ApiObject,
): WrittenMessage {
  const isBusiness = businessConnectionId !== '';
  const place = { chatId: String(chat.id), businessConnectionId };
  const head = { from: userOf(from), chat: chatOf(chat), date: dateOf(world) };
  const connection = isBusiness ? { business_connection_id: businessConnectionId } : {};
  const { messageId, shown } = world.messages.add(place, { ...connection, ...head, ...content });
  const updateId = world.updates.add(isBusiness ? 'business_message' : 'message', shown);
  return { chatId: place.chatId, messageId, updateId };
}

/** Somebody's message with other words, and the update that tells of it. */
export function edit(world: TelegramWorld, place: Place, messageId: number, text: string): void {
  const message = storedAt(world, place, messageId);
  message.shown = { ...message.shown, ...wordsOf(text), edit_date: dateOf(world) };
  const isBusiness = place.businessConnectionId !== '';
  world.updates.add(isBusiness ? 'edited_business_message' : 'edited_message', message.shown);
}

/** Throws when nobody wrote it. */
export function storedAt(world: TelegramWorld, place: Place, messageId: number): StoredMessage {
  const message = world.messages.find(place, messageId);
  if (message === null) throw new Error(`There is no message ${messageId} in chat ${place.chatId}.`);
  return message;
}

/** Words with the commands in them marked, as clients mark them. */
export function wordsOf(text: string): ApiObject {
  const entities = [...text.matchAll(/(?<=^|\s)\/\w{1,32}(?:@\w+)?/g)].map(({ 0: command, index }) => ({
    type: 'bot_command',
    offset: index,
    length: command.length,
  }));
  return { text, ...(entities.length > 0 && { entities }) };
}
