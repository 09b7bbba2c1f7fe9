import type { Language } from '@app/domain/language';
import { fillPrompt, inComplaint } from './fill-prompt';
import { languageInWords } from './language-in-words';
import type { ModelQuestion } from './model-question';
import { inOneText, listPassages, type OfferedPassage } from './offered-passage';
import { OFFER } from './prompts/offer.v1';
import { quote, visible } from './quote';

/** An opening letter to be drafted. */
export interface OfferAsked {
  readonly language: Language;
  /** '' when it is not known. */
  readonly company: string;
  readonly interests: readonly string[];
  readonly passages: readonly OfferedPassage[];
  /** Why `checkOffer` rejected the last response. */
  readonly complaint?: string;
}

/** What came from a list of contacts is short. */
const LONGEST_NAME = 200;

/** Asks for the draft of an opening letter from these passages; `checkOffer` reads the response. */
export function askToOffer({ language, company, interests, passages, complaint }: OfferAsked): ModelQuestion {
  return {
    version: OFFER.version,
    prompt: fillPrompt(OFFER, {
      language: languageInWords(language),
      company: quote(company, LONGEST_NAME),
      interests: interests.map((interest) => quote(interest, LONGEST_NAME)).join('\n') || 'not known',
      passages: listPassages(passages),
      complaint: inComplaint(complaint),
    }),
    input: {
      language,
      company: visible(company, LONGEST_NAME),
      interests: interests.map((interest) => visible(interest, LONGEST_NAME)),
      passages: passages.map(inOneText),
      complaint: complaint ?? '',
    },
  };
}
