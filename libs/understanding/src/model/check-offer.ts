import type { Language } from '@app/domain/language';
import { type DraftedSentence, checkSentences } from './check-draft';
import { accepted, type Checked, rejected } from './checked';
import { mistakeInSentence } from './draft/check-sentence';
import type { OfferedPassage } from './offered-passage';
import { parseResponse } from './parse-response';

/** What an opening letter was offered to rest on. */
export interface OfferedForOffer {
  readonly passages: readonly OfferedPassage[];
  readonly language: Language;
  readonly company: string;
  readonly interests: readonly string[];
}

/** The draft of an opening letter every sentence of which rests on passages. */
export interface DraftedOffer {
  readonly subject: string;
  readonly sentences: readonly DraftedSentence[];
}

const SHAPE = { subject: 'text', sentences: 'texts', passages: 'texts' } as const;
const LONGEST_SUBJECT = 100;

/** Reads the draft of an opening letter; never throws. What holds for an answer holds for it and its subject. */
export function checkOffer(response: string, offered: OfferedForOffer): Checked<DraftedOffer> {
  const parsed = parseResponse(response, SHAPE);
  if (parsed.type === 'rejected') return parsed;
  const { passages, language, company, interests } = offered;
  const grounds = { passages, language, question: [company, ...interests].join('\n') };
  const subject = parsed.value.subject.trim();
  if (subject.length > LONGEST_SUBJECT) return rejected('The subject is too long.');
  const mistake = mistakeInSentence(subject, grounds);
  if (mistake !== undefined) return rejected(`The subject ${mistake}.`);
  const checked = checkSentences(parsed.value, grounds);
  return checked.type === 'rejected' ? checked : accepted({ subject, sentences: checked.value });
}
