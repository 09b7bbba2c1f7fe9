import type { ApiObject } from './api-object';
import { badRequest, forbidden } from './bot-refusal';
import type { Person } from './emulator';

/** What the bot may do in a private chat. */
export type Standing = 'not-started' | 'started' | 'blocked' | 'deleted';

export interface PrivateChat {
  readonly type: 'private';
  readonly id: number;
  readonly person: Person;
  standing: Standing;
}

export interface GroupChat {
  readonly type: 'group' | 'supergroup';
  readonly id: number;
  readonly title: string;
  hasBot: boolean;
  /** The supergroup it became; null before. */
  migratedTo: number | null;
}

/** Ids above 32 bits, as today's accounts have. */
const FIRST_USER_ID = 7_100_000_001;
const FIRST_GROUP_ID = -4_100_000_001;
const FIRST_SUPERGROUP_ID = -1_002_100_000_001;

/** The people and groups that exist. */
export class ChatBook {
  private readonly chats = new Map<string, PrivateChat | GroupChat>();

  addPerson(person: Person): PrivateChat {
    return this.add({ type: 'private', id: FIRST_USER_ID + this.chats.size, person, standing: 'not-started' });
  }

  addGroup(title: string): GroupChat {
    const id = FIRST_GROUP_ID - this.chats.size;
    return this.add({ type: 'group', id, title, hasBot: false, migratedTo: null });
  }

  /** The supergroup the group becomes. */
  upgrade(group: GroupChat): GroupChat {
    const id = FIRST_SUPERGROUP_ID - this.chats.size;
    group.migratedTo = id;
    return this.add({ ...group, type: 'supergroup', id, migratedTo: null });
  }

  /** The chat, as far as the bot may write there. Throws `BotRefusal` with Telegram's reason. */
  writable(chatId: string): PrivateChat | GroupChat {
    const chat = this.existing(chatId);
    if (chat.type === 'private') refuseByStanding(chat.standing);
    else refuseByMembership(chat);
    return chat;
  }

  /** Throws `BotRefusal` when there is no such chat. */
  existing(chatId: string): PrivateChat | GroupChat {
    const chat = this.chats.get(chatId);
    if (chat === undefined) throw badRequest(chatId === '' ? 'chat_id is empty' : 'chat not found');
    return chat;
  }

  private add<T extends PrivateChat | GroupChat>(chat: T): T {
    this.chats.set(String(chat.id), chat);
    return chat;
  }
}

/** `User` of the API; what is not told is left out. */
export function userOf({ id, person }: PrivateChat): ApiObject {
  return {
    id,
    is_bot: false,
    first_name: person.firstName,
    ...told('last_name', person.lastName),
    ...told('username', person.username),
    ...told('language_code', person.languageCode),
  };
}

/** `Chat` of the API. */
export function chatOf(chat: PrivateChat | GroupChat): ApiObject {
  if (chat.type !== 'private') return { id: chat.id, type: chat.type, title: chat.title };
  const { firstName, lastName, username } = chat.person;
  return {
    id: chat.id,
    type: 'private',
    first_name: firstName,
    ...told('last_name', lastName),
    ...told('username', username),
  };
}

function told(name: string, value: string): ApiObject {
  return value === '' ? {} : { [name]: value };
}

function refuseByStanding(standing: Standing): void {
  switch (standing) {
    case 'started':
      return;
    case 'not-started':
      throw forbidden("bot can't initiate conversation with a user");
    case 'blocked':
      throw forbidden('bot was blocked by the user');
    case 'deleted':
      throw forbidden('user is deactivated');
    default:
      standing satisfies never;
  }
}

function refuseByMembership({ type, hasBot, migratedTo }: GroupChat): void {
  if (migratedTo !== null) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: migratedTo });
  }
  if (!hasBot) throw forbidden(`bot is not a member of the ${type} chat`);
}
