import type { GroupChat, PrivateChat } from './chat-book';
import type { EmulatedGroup } from './emulator';
import { receive, wordsOf } from './incoming-message';
import { tellMembership } from './membership';
import { botUser, type TelegramWorld } from './telegram-world';

/** The members' side of a group. */
export function emulatedGroup(
  world: TelegramWorld,
  first: GroupChat,
  personOf: (id: string) => PrivateChat,
): EmulatedGroup {
  let group = first;
  const say = (by: string, content: object) =>
    receive(world, { chat: group, businessConnectionId: '' }, personOf(by), { ...content });
  const change = (by: string, hasBot: boolean) => {
    const [from, to] = hasBot ? (['left', 'member'] as const) : (['member', 'left'] as const);
    group.hasBot = hasBot;
    tellMembership(world, { chat: group, by: personOf(by), from, to });
  };
  return {
    get id() {
      return String(group.id);
    },
    addsBot(by) {
      change(by.id, true);
      say(by.id, { new_chat_members: [botUser(world.bot)] });
    },
    removesBot: (by) => {
      change(by.id, false);
    },
    writes: (from, text) => say(from.id, wordsOf(text)),
    isUpgraded(by) {
      const supergroup = world.chats.upgrade(group);
      say(by.id, { migrate_to_chat_id: supergroup.id });
      const from = group.id;
      group = supergroup;
      say(by.id, { migrate_from_chat_id: from });
    },
  };
}
