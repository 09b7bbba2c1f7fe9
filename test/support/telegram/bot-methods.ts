import { badRequest, conflict } from './bot-refusal';
import { connectionOf } from './business-book';
import type { CallParameters } from './call-parameters';
import type { LongPoll } from './long-poll';
import type { StoredMessage } from './message-book';
import { readKeyboard } from './read-keyboard';
import { send } from './send';
import { botUser, type TelegramWorld } from './telegram-world';
import type { Webhook } from './webhook';

/** Carries out a call and gives its `result`; `gone` tells that the asker has hung up. */
export type BotMethod = (call: CallParameters, gone: AbortSignal) => unknown;

const WEBHOOK_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The methods there are, by their names. */
export function botMethods(world: TelegramWorld, poll: LongPoll, webhook: Webhook): ReadonlyMap<string, BotMethod> {
  const methods: Readonly<Record<string, BotMethod>> = {
    getMe: () => ({ ...botUser(world.bot), ...ABILITIES }),
    getUpdates: (call, gone) => {
      if (webhook.isSet) throw conflict(WEBHOOK_ACTIVE);
      return poll.poll(call, gone);
    },
    setWebhook: (call) => {
      webhook.set(call);
      if (webhook.isSet) poll.endForWebhook();
      return true;
    },
    deleteWebhook: (call) => {
      webhook.remove(call);
      return true;
    },
    getWebhookInfo: () => webhook.describe(),
    sendMessage: (call) => send(world, 'sendMessage', call),
    sendDocument: (call) => send(world, 'sendDocument', call),
    sendPhoto: (call) => send(world, 'sendPhoto', call),
    sendChatAction: (call) => showAction(world, call),
    editMessageReplyMarkup: (call) => changeKeyboard(world, call),
    answerCallbackQuery: (call) => {
      world.pressed.answer(call.text('callback_query_id'), call.text('text'));
      return true;
    },
    getFile: (call) => world.files.describe(call.text('file_id')),
    getBusinessConnection: (call) => connectionOf(world.businesses.get(call.text('business_connection_id'))),
    leaveChat: (call) => leave(world, call),
    setMyCommands: () => true,
  };
  return new Map(Object.entries(methods));
}

const ABILITIES = {
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_inline_queries: false,
  can_connect_to_business: true,
  has_main_web_app: false,
};

const ACTIONS = ['typing', 'upload_photo', 'upload_document'];

function showAction(world: TelegramWorld, call: CallParameters): true {
  const chatId = call.text('chat_id');
  const connectionId = call.text('business_connection_id');
  if (connectionId === '') world.chats.writable(chatId);
  else world.businesses.answerable(connectionId, chatId, world.now());
  if (!ACTIONS.includes(call.text('action'))) throw badRequest('wrong parameter action in request');
  return true;
}

function changeKeyboard(world: TelegramWorld, call: CallParameters): StoredMessage['shown'] {
  const place = { chatId: call.text('chat_id'), businessConnectionId: call.text('business_connection_id') };
  const message = world.messages.find(place, call.number('message_id', 0));
  if (message === null) throw badRequest('message to edit not found');
  if (message.sent === null) throw badRequest("message can't be edited");
  const { reply_markup: before, ...rest } = message.shown;
  const keyboard = readKeyboard(call.json('reply_markup'));
  if (JSON.stringify(before) === JSON.stringify(keyboard['reply_markup'])) throw badRequest(NOT_MODIFIED);
  message.shown = { ...rest, ...keyboard };
  return message.shown;
}

function leave(world: TelegramWorld, call: CallParameters): true {
  const chat = world.chats.writable(call.text('chat_id'));
  if (chat.type === 'private') throw badRequest("can't leave private chats");
  chat.hasBot = false;
  return true;
}
