import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import type { Language } from '@app/domain/language';
import { remembering } from '@app/domain/remembering';
import { STOP_WORDS } from './stop-words';

/** The words a text can be found by: stems in lower case, in order, without those that any text contains. */
export function searchTerms(text: string, language: Language): readonly string[] {
  return wordsOf(text)
    .filter((word) => !STOP_WORDS[language].has(word))
    .map((word) => STEM[language](word));
}

function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // A number in a question ("for 500 cards") is the contact's own, and a single letter is the rest of a word.
  return words.filter((word) => word.length > 1 && /\p{L}/u.test(word));
}

const STEM: Readonly<Record<Language, (word: string) => string>> = {
  ru: remembering(stemRussian),
  en: remembering(stemEnglish),
};
