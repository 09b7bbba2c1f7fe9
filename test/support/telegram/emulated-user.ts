import type { ApiObject } from './api-object';
import { userOf, type PrivateChat } from './chat-book';
import { connectBusiness } from './emulated-business';
import type { EmulatedUser, Person, PressedButton, WrittenMessage } from './emulator';
import { edit, receive, storedAt, wordsOf } from './incoming-message';
import { tellMembership } from './membership';
import { replyTo } from './send';
import { documentOf, photoOf, voiceOf } from './shown-file';
import type { TelegramWorld } from './telegram-world';

const START_TOKEN = /^[\w-]{1,64}$/;

/** The people's side of the private chats. */
export class EmulatedUsers {
  /** A person by the id of the account. */
  private readonly chats = new Map<string, PrivateChat>();

  constructor(private readonly world: TelegramWorld) {}

  add(person: Person): EmulatedUser {
    const chat = this.world.chats.addPerson(person);
    this.chats.set(String(chat.id), chat);
    return emulatedUser(this.world, chat, (id) => this.of(id));
  }

  of(id: string): PrivateChat {
    const chat = this.chats.get(id);
    if (chat === undefined) throw new Error(`Nobody here has the id ${id}.`);
    return chat;
  }
}

function emulatedUser(world: TelegramWorld, chat: PrivateChat, personOf: (id: string) => PrivateChat): EmulatedUser {
  const id = String(chat.id);
  const place = { chatId: id, businessConnectionId: '' };
  const says = (content: ApiObject): WrittenMessage => {
    if (chat.standing === 'blocked' || chat.standing === 'deleted') {
      throw new Error(`Who has ${chat.standing === 'blocked' ? 'blocked the bot' : 'no account'} cannot write to it.`);
    }
    chat.standing = 'started';
    return receive(world, { chat, businessConnectionId: '' }, chat, content);
  };
  const user: EmulatedUser = {
    ...chat.person,
    id,
    starts(token) {
      if (token !== undefined && !START_TOKEN.test(token)) throw new Error(`No link can carry ${token} to Start.`);
      if (chat.standing === 'blocked') user.unblocks();
      return says(wordsOf(token === undefined ? '/start' : `/start ${token}`));
    },
    writes: (text, { replyTo: answers } = {}) =>
      says({ ...wordsOf(text), ...(answers !== undefined && replyTo(storedAt(world, place, answers))) }),
    edits: ({ messageId }, text) => {
      edit(world, place, messageId, text);
    },
    presses: (label) => press(world, chat, label),
    sendsDocument: (file) => says(documentOf(world.files, file)),
    sendsPhoto: (file) => says(photoOf(world.files, file)),
    sendsVoice: (file) => says(voiceOf(world.files, file)),
    sharesContact: ({ firstName, phone, userId, vcard }) =>
      says({
        contact: {
          phone_number: phone,
          first_name: firstName,
          ...(userId !== undefined && { user_id: Number(userId) }),
          ...(vcard !== undefined && { vcard }),
        },
      }),
    sharesUsers: (users) =>
      says({ users_shared: { request_id: 1, users: users.map((shared) => sharedUser(personOf(shared.id))) } }),
    blocks() {
      chat.standing = 'blocked';
      tellMembership(world, { chat, by: chat, from: 'member', to: 'kicked' });
    },
    unblocks() {
      chat.standing = 'started';
      tellMembership(world, { chat, by: chat, from: 'kicked', to: 'member' });
    },
    deletesAccount() {
      chat.standing = 'deleted';
    },
    sees: () => seenBy(world, id).filter((message) => message.businessConnectionId === ''),
    connectsBot: (rights = { canReply: true }) => connectBusiness(world, chat, rights, personOf),
  };
  return user;
}

function sharedUser({ id, person }: PrivateChat): ApiObject {
  return { user_id: id, first_name: person.firstName, ...(person.username !== '' && { username: person.username }) };
}

function press(world: TelegramWorld, chat: PrivateChat, label: string): PressedButton {
  const id = String(chat.id);
  const shows = seenBy(world, id).findLast(({ buttons }) => buttons.flat().some((button) => button.label === label));
  const button = shows?.buttons.flat().find((one) => one.label === label);
  if (shows === undefined || button === undefined) throw new Error(`No message of the bot shows a button «${label}».`);
  const queryId = world.pressed.add();
  const updateId = world.updates.add('callback_query', {
    id: queryId,
    from: userOf(chat),
    message: storedAt(world, shows, shows.messageId).shown,
    chat_instance: id,
    data: button.action,
  });
  return { queryId, updateId, answer: () => world.pressed.answerTo(queryId) };
}

function seenBy(world: TelegramWorld, chatId: string) {
  return world.messages.ofBot().filter((message) => message.chatId === chatId);
}
