import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import { fillPrompt, inComplaint } from './fill-prompt';
import { languageInWords } from './language-in-words';
import type { ModelQuestion } from './model-question';
import { UNDERSTAND } from './prompts/understand.v1';
import { quote, visible } from './quote';

/** What a person writes by hand is shorter, and the context of a small model is not much longer. */
export const LONGEST_MESSAGE = 6_000;

/** A message to be read. */
export interface ReadingAsked {
  /** The contact's own words: no quote, nothing hidden. */
  readonly text: string;
  /** The language we write to the contact in. */
  readonly language: Language;
  readonly now: Date;
  /** The contact's IANA time zone. */
  readonly timeZone: string;
  /** Why `checkReading` rejected the last response. */
  readonly complaint?: string;
}

/** Asks what a contact wants with a message; `checkReading` reads the response. */
export function askToUnderstand({ text, language, now, timeZone, complaint }: ReadingAsked): ModelQuestion {
  const moment = DateTime.fromJSDate(now, { zone: timeZone });
  return {
    version: UNDERSTAND.version,
    prompt: fillPrompt(UNDERSTAND, {
      language: languageInWords(language),
      now: `${moment.toFormat('cccc, yyyy-MM-dd HH:mm', { locale: 'en' })} (${timeZone})`,
      message: quote(text, LONGEST_MESSAGE),
      complaint: inComplaint(complaint),
    }),
    input: {
      text: visible(text, LONGEST_MESSAGE),
      language,
      now: now.toISOString(),
      timeZone,
      complaint: complaint ?? '',
    },
  };
}
