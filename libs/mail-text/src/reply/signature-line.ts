import { ANTIVIRUS_NOTES, FOOTER_HINTS, FOOTERS, SENTENCE_WORDS, SIGN_OFFS, THANKS } from '../words/all-languages';

/** "-- ", the delimiter of RFC 3676, with or without its space. */
export function isDelimiter(line: string): boolean {
  return line.trim() === '--';
}

/** A closing such as "Best regards, Anna": nothing but the closing, and at most a name behind it. */
export function isSignOff(line: string): boolean {
  const rest = afterPhrase(line, SIGN_OFFS);
  if (rest === undefined) return false;
  if (isNothing(rest) || isNameLine(rest)) return true;
  const name = rest.replace(/^[\s,.!;:]+/, '');
  if (isNameLine(name)) return true;
  const isCard = /^\s*[,.!]/.test(rest) && /(^|\s)[\p{Lu}«"]/u.test(name) && wordsOf(name).length <= 6;
  return isCard && !isProse(name) && !/[?!]$/.test(name);
}

/** "With respect to you and your team," above a name: more words than the closing, and a comma behind them. */
export function isLongSignOff(line: string, below: string): boolean {
  const rest = afterPhrase(line, SIGN_OFFS);
  return rest !== undefined && rest.endsWith(',') && wordsOf(rest).length <= 6 && isNameLine(below);
}

/** Whether a name or more stands behind the closing on its line. */
export function isNamed(closing: string): boolean {
  return !isNothing(afterPhrase(closing, SIGN_OFFS) ?? '');
}

/** "Thanks,", which closes a letter only when a name follows. */
export function isThanks(line: string): boolean {
  const rest = afterPhrase(line, THANKS);
  return rest !== undefined && (isNothing(rest) || isNameLine(rest.replace(/^[\s,.!;:]+/, '')));
}

/** A note that a mail was checked for viruses. */
export function isAntivirusNote(text: string): boolean {
  const lower = text.toLowerCase();
  return ANTIVIRUS_NOTES.some((phrase) => lower.includes(phrase));
}

/** Whether a text has a phrase of a confidentiality notice or a list's footer that nobody writes himself. */
export function hasFooterPhrase(text: string): boolean {
  const lower = text.toLowerCase();
  return FOOTERS.some((phrase) => lower.includes(phrase));
}

/** Whether a paragraph is such a notice: two phrases of one, or one in many words. */
export function isFooter(text: string): boolean {
  const lower = text.toLowerCase();
  const sure = FOOTERS.filter((phrase) => lower.includes(phrase)).length;
  const hints = FOOTER_HINTS.filter((phrase) => lower.includes(phrase)).length;
  return sure + hints >= 2 || (sure === 1 && text.length >= LONG_FOOTER);
}

const LONG_FOOTER = 100;

/** "P.S." and what Russian keyboards make of it. */
export function isPostscript(line: string): boolean {
  return /^\s*(p\.?\s?p?\.?\s?s\.?|п\.?\s?с\.?|з\.?\s?ы\.?|постскриптум)[\s:.,-]/i.test(line);
}

/** One to four capitalised words and nothing else; "Нет" is an answer, not a name. */
export function isNameLine(line: string): boolean {
  if (line.length > LONGEST_CLOSING) return false;
  if (!/^[\s*_—–-]*\p{Lu}[\p{L}.'’-]*(\s+\p{Lu}[\p{L}.'’-]*){0,3}[\s*_.,!]*$/u.test(line)) return false;
  return wordsOf(line).every((word) => !SENTENCE_WORDS.has(word.toLowerCase()));
}

/** Whether a line is a sentence of the sender's rather than a name, a title, a company or a way to reach somebody. */
export function isProse(line: string): boolean {
  const words = wordsOf(line);
  const isSaid = (word: string) => SENTENCE_WORDS.has(word.toLowerCase()) && !isAbbreviation(word);
  if (words.length < 3) return words.length > 0 && (words.every(isSaid) || /\?\s*$/.test(line));
  return words.some((word, index) => SENTENCE_WORDS.has(word) || (index === 0 && isSaid(word)));
}

/** What stands behind one of the phrases a line begins with. */
function afterPhrase(line: string, phrases: readonly string[]): string | undefined {
  if (line.length > LONGEST_CLOSING) return undefined;
  const text = line.replace(/^[\s*_]+|[\s*_]+$/g, '');
  const lower = text.toLowerCase();
  const phrase = phrases.find((each) => lower.startsWith(each) && !/^\p{L}/u.test(lower.slice(each.length)));
  return phrase === undefined ? undefined : text.slice(phrase.length);
}

const LONGEST_CLOSING = 90;

function isNothing(rest: string): boolean {
  return /^[\s,.!;:)]*$/.test(rest);
}

function wordsOf(line: string): readonly string[] {
  return line.match(/[\p{L}'’]+/gu) ?? [];
}

/** "IT" in "IT Director". */
function isAbbreviation(word: string): boolean {
  return word.length === 2 && /^[A-Z]+$/.test(word);
}
