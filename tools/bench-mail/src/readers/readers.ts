import type { MailReader } from './mail-reader';
import { readWithEmailReplyParser } from './read-with-email-reply-parser';
import { readWithPlaner } from './read-with-planer';
import { readWithMailText } from './read-with-mail-text';

/** Who is measured, by name. */
export const READERS = {
  'mail-text': readWithMailText,
  'email-reply-parser': readWithEmailReplyParser,
  planer: readWithPlaner,
} as const satisfies Readonly<Record<string, MailReader>>;

export type ReaderName = keyof typeof READERS;

export const READER_NAMES = Object.keys(READERS) as readonly ReaderName[];
