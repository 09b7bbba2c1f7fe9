import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { splitText } from './split-text';

/** One message of those a letter leaves in. */
export type Part = Content & {
  /** It bears the letter's buttons. */
  readonly hasButtons: boolean;
};

type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'photo' | 'document'; readonly name: string; readonly content: FileContent };

/** What stands in the letter itself, or under which SHA-256 it is found. */
type FileContent = { readonly text: string } | { readonly sha256: string };

/** What a letter leaves in, in its order: the words, then the files. The same letter always gives the same parts. */
export function toParts({ text, attachments, invitations }: OutboxMessage): readonly Part[] {
  const words = splitText(text, LONGEST_TEXT).map((one): Content => ({ type: 'text', text: one }));
  const files = attachments.map(({ name, contentType, sha256 }): Content => {
    const type = PICTURES.includes(contentType) ? 'photo' : 'document';
    return { type, name, content: { sha256 } };
  });
  const dates = invitations.map(({ name, content }): Content => ({
    type: 'document',
    name,
    content: { text: content },
  }));
  const contents = [...words, ...files, ...dates];
  // Under the words, where they were read; a letter of files only has them under the last.
  const withButtons = words.length === 0 ? contents.length - 1 : words.length - 1;
  return contents.map((content, index) => ({ ...content, hasButtons: index === withButtons }));
}

/** Of the Bot API, in UTF-16 units. */
const LONGEST_TEXT = 4096;
/** What Telegram shows as a picture; others arrive as files. */
const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];
