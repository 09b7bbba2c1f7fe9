import { ANTIVIRUS_NOTES, DEVICE_LINES, FOOTERS, SENTENCE_WORDS, SIGN_OFFS, THANKS } from '../words/all-languages';

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

/** Whether a name or more stands behind the closing on its line. */
export function isNamed(closing: string): boolean {
  return !isNothing(afterPhrase(closing, SIGN_OFFS) ?? '');
}

/** "Thanks,", which closes a letter only when a name follows. */
export function isThanks(line: string): boolean {
  const rest = afterPhrase(line, THANKS);
  return rest !== undefined && (isNothing(rest) || isNameLine(rest.replace(/^[\s,.!;:]+/, '')));
}

/** The line a device or an app adds: "Sent from my iPhone". */
export function isDeviceLine(line: string): boolean {
  if (line.length > 160) return false;
  const text = line
    .toLowerCase()
    .replace(/https?:\S*/g, '')
    .replace(/[<>[\]()*_|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const beginning = DEVICE_LINES.find((phrase) => text.startsWith(phrase));
  if (beginning === undefined) return false;
  if (EXCUSE.test(text)) return true;
  const rest = text.slice(beginning.length);
  return (
    rest.split(' ').length <= 10 && !/[,;?]|\sis\s|\sи\s/.test(rest) && (DEVICE.test(text) || POSSESSIVE.test(rest))
  );
}

/** A note that a mail was checked for viruses. */
export function isAntivirusNote(text: string): boolean {
  const lower = text.toLowerCase();
  return ANTIVIRUS_NOTES.some((phrase) => lower.includes(phrase));
}

/** How many phrases of confidentiality notices and list footers a text has. */
export function footerPhrases(text: string): number {
  const lower = text.toLowerCase();
  return FOOTERS.filter((phrase) => lower.includes(phrase)).length;
}

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

/** Words for devices and mail apps. */
const DEVICE =
  /i(phone|pad|pod)|айфон|айпад|android|андроид|смартфон|телефон|phone|handy|mobil|мобильн|планшет|tablet|galaxy|samsung|xiaomi|redmi|huawei|honor|htc|nokia|blackberry|\bpixel\b|oneplus|poco|realme|outlook|yahoo|mail|почт|пошт|яндекс|yandex|typeapp|k-9|thunderbird|proton|\bspark\b|windows|aquamail|устройств|device|appareil|gerät|\bcell\b|\bpc\b|rambler/;

const POSSESSIVE = /^ (my|моего|мого|meinem|mon|mi|meu|mein|mijn|min) /;

const EXCUSE =
  /(excuse|pardon|forgive|sorry for|извините|простите|прошу прощения за).{0,40}(typo|brevity|short|кратк|опечат|ошибк)/;

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
