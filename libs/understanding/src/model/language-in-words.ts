import type { Language } from '@app/domain/language';

const IN_WORDS: Readonly<Record<Language, string>> = { ru: 'Russian', en: 'English' };

/** The language as a prompt names it. */
export function languageInWords(language: Language): string {
  return IN_WORDS[language];
}
