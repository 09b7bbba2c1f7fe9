import type { Language } from '@app/domain/language';

const ADDRESSES_AND_LINKS = /https?:\/\/\S+|(?<!\S)[^\s@]{0,64}@\S+|(?:www\.|t\.me\/)\S+/gu;

/** Tells Russian from English by the letters used; undefined when there are too few, or none prevails. */
export function detectLanguage(text: string): Language | undefined {
  const words = text.replaceAll(ADDRESSES_AND_LINKS, ' ');
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // A Russian letter may be full of Latin names (CRM, Excel); in an English one only a name is Cyrillic.
  const hasRussianWord = /(?<!\p{L})[а-яё]/u.test(words);
  if (cyrillic >= 3 && (hasRussianWord || cyrillic >= latin)) return 'ru';
  // "Demo" and "Telegram" are words of either language.
  const hasEnglishWords = (words.match(/[a-z'’]{2,}/giu)?.length ?? 0) >= 2;
  return latin >= 4 && latin > cyrillic && hasEnglishWords ? 'en' : undefined;
}
