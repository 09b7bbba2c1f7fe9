import { readEntry, type BusinessTime, type Entry } from '../live/read-entry';

/** What the person at the keyboard wants with an entry: that of a mail demo, or the button of this number. */
export type ChatEntry =
  Exclude<Entry, { readonly type: 'playAs' | 'show' }> | { readonly type: 'press'; readonly number: number };

/** Reads an entry: the words of a message, the number of a button, or after a colon what no chat has. */
export function readChatEntry(entry: string, time: BusinessTime): ChatEntry {
  const words = entry.trim();
  if (/^\d{1,2}$/.test(words)) return { type: 'press', number: Number(words) };
  // What begins with a slash is a command of the chat itself.
  if (!words.startsWith(':')) return words === '' ? { type: 'nothing' } : { type: 'write', words };
  const meant = readEntry(`/${words.slice(1)}`, time);
  switch (meant.type) {
    case 'playAs':
    case 'show':
      return { type: 'mistake', sentence: 'One person is in this chat, and all of it stands above; see :help.' };
    case 'mistake':
      return { type: 'mistake', sentence: meant.sentence.replaceAll(/(?<!\S)\/(?=\w)/g, ':') };
    default:
      return meant;
  }
}
