import type { ApiObject } from './api-object';
import { badRequest } from './bot-refusal';
import type { CallParameters } from './call-parameters';
import { chatOf, userOf } from './chat-book';
import type { SentByBot } from './emulator';
import type { Place, StoredMessage } from './message-book';
import { readContent } from './read-content';
import { readKeyboard } from './read-keyboard';
import { botUser, dateOf, type TelegramWorld } from './telegram-world';

/** sendMessage, sendDocument and sendPhoto: the message, as the API returns it. Throws `BotRefusal`. */
export function send(world: TelegramWorld, method: SentByBot['method'], call: CallParameters): ApiObject {
  const place = { chatId: call.text('chat_id'), businessConnectionId: call.text('business_connection_id') };
  const heads = headOf(world, place);
  const { shown, file } = readContent(world, method, call);
  const answered = answeredBy(world, place, call);
  const keyboard = readKeyboard(call.json('reply_markup'));
  world.pace?.admit(place.chatId);
  const content = { ...heads, date: dateOf(world), ...answered, ...shown, ...keyboard };
  return world.messages.add(place, content, { method, file, at: Date.now() }).shown;
}

/** In whose name, and in which chat. */
function headOf(world: TelegramWorld, { chatId, businessConnectionId }: Place): ApiObject {
  const bot = botUser(world.bot);
  if (businessConnectionId === '') return { from: bot, chat: chatOf(world.chats.writable(chatId)) };
  const { owner } = world.businesses.answerable(businessConnectionId, chatId, world.now());
  return {
    business_connection_id: businessConnectionId,
    sender_business_bot: bot,
    from: userOf(owner),
    chat: chatOf(world.chats.existing(chatId)),
  };
}

function answeredBy(world: TelegramWorld, place: Place, call: CallParameters): ApiObject {
  const reply = call.json('reply_parameters') as Readonly<Record<string, unknown>> | undefined;
  if (reply === undefined) return {};
  const answered = world.messages.find(place, Number(reply['message_id']));
  if (answered !== null) return replyTo(answered);
  if (reply['allow_sending_without_reply'] === true) return {};
  throw badRequest('message to be replied not found');
}

/** `reply_to_message` never holds a further one. */
export function replyTo({ shown }: StoredMessage): ApiObject {
  const { reply_to_message: _, ...answered } = shown;
  return { reply_to_message: answered };
}
