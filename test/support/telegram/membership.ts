import { chatOf, userOf, type GroupChat, type PrivateChat } from './chat-book';
import { botUser, dateOf, type TelegramWorld } from './telegram-world';

type Status = 'member' | 'kicked' | 'left';

/** The update that says how the bot stands in a chat from now on. */
export function tellMembership(
  world: TelegramWorld,
  change: {
    readonly chat: PrivateChat | GroupChat;
    readonly by: PrivateChat;
    readonly from: Status;
    readonly to: Status;
  },
): void {
  const user = botUser(world.bot);
  world.updates.add('my_chat_member', {
    chat: chatOf(change.chat),
    from: userOf(change.by),
    date: dateOf(world),
    old_chat_member: standing(user, change.from),
    new_chat_member: standing(user, change.to),
  });
}

function standing(user: object, status: Status): object {
  return status === 'kicked' ? { user, status, until_date: 0 } : { user, status };
}
