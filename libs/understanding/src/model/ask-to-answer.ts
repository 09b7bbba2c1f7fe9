import type { Language } from '@app/domain/language';
import { LONGEST_MESSAGE } from './ask-to-understand';
import { fillPrompt, inComplaint } from './fill-prompt';
import { languageInWords } from './language-in-words';
import type { ModelQuestion } from './model-question';
import { inOneText, listPassages, type OfferedPassage } from './offered-passage';
import { ANSWER } from './prompts/answer.v1';
import { quote, visible } from './quote';

/** A question to be answered. */
export interface AnswerAsked {
  /** The contact's own words. */
  readonly text: string;
  readonly language: Language;
  readonly passages: readonly OfferedPassage[];
  /** What was written before, the oldest first; without passwords and access codes. */
  readonly earlier: readonly EarlierWords[];
  /** Why `checkDraft` rejected the last response. */
  readonly complaint?: string;
}

export interface EarlierWords {
  readonly from: 'contact' | 'us';
  readonly text: string;
}

/** So much of what was written before, the last of it. */
const MOST_EARLIER = 6;
const LONGEST_EARLIER = 1_000;

/** Asks for the draft of an answer from these passages; `checkDraft` reads the response. */
export function askToAnswer({ text, language, passages, earlier, complaint }: AnswerAsked): ModelQuestion {
  const last = earlier.slice(-MOST_EARLIER);
  return {
    version: ANSWER.version,
    prompt: fillPrompt(ANSWER, {
      language: languageInWords(language),
      passages: listPassages(passages),
      earlier: last.map((words) => `${words.from}: ${quote(words.text, LONGEST_EARLIER)}`).join('\n') || 'nothing',
      message: quote(text, LONGEST_MESSAGE),
      complaint: inComplaint(complaint),
    }),
    input: {
      text: visible(text, LONGEST_MESSAGE),
      language,
      passages: passages.map(inOneText),
      earlier: last.map((words) => `${words.from}: ${visible(words.text, LONGEST_EARLIER)}`),
      complaint: complaint ?? '',
    },
  };
}
