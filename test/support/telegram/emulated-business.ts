import { connectionOf } from './business-book';
import { chatOf, type PrivateChat } from './chat-book';
import type { BusinessRights, EmulatedBusiness } from './emulator';
import { edit, receive, storedAt, wordsOf } from './incoming-message';
import { dateOf, type TelegramWorld } from './telegram-world';

/** The owner's side of a business account, once the bot is connected to it. */
export function connectBusiness(
  world: TelegramWorld,
  owner: PrivateChat,
  rights: BusinessRights,
  personOf: (id: string) => PrivateChat,
): EmulatedBusiness {
  const connection = world.businesses.connect(owner, rights, dateOf(world));
  const { id } = connection;
  const tell = () => world.updates.add('business_connection', connectionOf(connection));
  const say = (chat: PrivateChat, from: PrivateChat, text: string) =>
    receive(world, { chat, businessConnectionId: id }, from, wordsOf(text));
  tell();
  return {
    id,
    receives(from, text) {
      connection.heardFrom.set(from.id, world.now());
      return say(personOf(from.id), personOf(from.id), text);
    },
    writes: (to, text) => say(personOf(to.id), owner, text),
    isEdited: ({ chatId, messageId }, text) => {
      edit(world, { chatId, businessConnectionId: id }, messageId, text);
    },
    isDeleted({ chatId, messageId }) {
      world.messages.remove(storedAt(world, { chatId, businessConnectionId: id }, messageId));
      world.updates.add('deleted_business_messages', {
        business_connection_id: id,
        chat: chatOf(personOf(chatId)),
        message_ids: [messageId],
      });
    },
    grants(granted) {
      connection.rights = granted;
      tell();
    },
    disconnects() {
      connection.isEnabled = false;
      tell();
    },
  };
}
