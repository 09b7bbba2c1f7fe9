import type { ChatHappening } from '@app/domain/chat-facts';
import { fileOf } from './file-of';
import type { Said } from './said';
import { toMessageId } from './to-message-id';
import type { Message } from './update';
import { idOf } from './well-formed';

/** Says what somebody wrote, sent or did in a chat of two; else why it is nothing to us. Throws where it is no message. */
export function readMessage(message: Message, updateId: number, stands: 'new' | 'edited'): Said | string {
  const { chat, from, message_id: messageId, business_connection_id: connection } = message;
  if (chat.type !== 'private') return `it was written in a ${chat.type}`;
  if (message.sender_business_bot) return 'a bot wrote it in the name of the account';
  const content = stands === 'new' ? contentOf(message) : editedIn(message);
  if (content === null) return 'it is a message of a kind that says nothing to us';
  return {
    updateId,
    chatId: idOf(chat),
    user: from,
    ...content,
    messageId,
    repliesTo: message.reply_to_message?.message_id ?? null,
    at: new Date(message.date * 1000),
    file: fileOf(message),
    businessConnectionId: connection ?? null,
  };
}

type Content = Pick<Said, 'text' | 'happening'>;

/** Null for what the person did not say: that a message was pinned, a timer set. */
function contentOf(message: Message): Content | null {
  const command = commandIn(message);
  if (command) return { text: '', happening: command };
  const shared = sharedIn(message);
  if (shared) return shared;
  const text = wordsIn(message);
  if (text === undefined && fileOf(message) === null) return null;
  return { text: text ?? '', happening: WROTE };
}

/** What a message says by now. Edited into a command it says that in words; a stop is one however it is said. */
function editedIn(message: Message): Content | null {
  const command = commandIn(message);
  if (command?.type === 'asked' && command.command === 'stop') return { text: '', happening: command };
  const text = wordsIn(message);
  if (text === undefined && fileOf(message) === null) return null;
  const edits = toMessageId(idOf(message.chat), message.message_id);
  return { text: text ?? '', happening: { type: 'edited', edits } };
}

function wordsIn({ text, caption, sticker, location }: Message): string | undefined {
  if (location) return inWords(location);
  return text ?? caption ?? sticker?.emoji;
}

function inWords({ latitude, longitude }: NonNullable<Message['location']>): string {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) throw new TypeError('a place is nowhere');
  return `${latitude}, ${longitude}`;
}

/** A bot's command stands at the beginning, and names the bot where there are several. In an owner's chats it is words. */
function commandIn({ text = '', business_connection_id: connection }: Message): ChatHappening | null {
  const [, command, rest = ''] = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  if (connection !== undefined || command === undefined) return null;
  const name = command.toLowerCase();
  switch (name) {
    case 'start':
      return { type: 'started', token: rest === '' ? null : rest };
    case 'stop':
      return { type: 'asked', command: name };
    case 'help':
    case 'language':
      // With more behind it, it is a question like any other.
      return rest === '' ? { type: 'asked', command: name } : null;
    default:
      return null;
  }
}

/** Somebody else's contact points to that person; one's own only tells one's number. */
function sharedIn({ contact, users_shared: users, from }: Message): Content | null {
  if (contact?.user_id !== undefined && contact.user_id === from.id) {
    return { text: contact.phone_number, happening: WROTE };
  }
  if (contact) return { text: '', happening: { type: 'shared', names: [], phone: contact.phone_number } };
  if (!users) return null;
  const names = users.users.flatMap(({ username }) => (username === undefined ? [] : [username]));
  return { text: '', happening: { type: 'shared', names, phone: '' } };
}

const WROTE: ChatHappening = { type: 'wrote' };
