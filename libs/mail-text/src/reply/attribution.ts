import { OPENERS, SENTENCE_WORDS, WEEKDAYS, WROTE } from '../words/all-languages';

/** `certain` needs no quote mark below it, `likely` is one only when the quote follows. */
export type AttributionCertainty = 'certain' | 'likely';

/** How surely one line (unwrapped) is what a client writes above a quote: who wrote, mostly when. */
export function attributionCertainty(line: string): AttributionCertainty | undefined {
  const text = line.replace(/\*/g, '').replace(/：$/, ':').trim();
  if (text.startsWith('--')) return certaintyBetweenDashes(text);
  if (!text.endsWith(':')) return certaintyWithoutColon(text);

  const head = text.slice(0, -1).trimEnd();
  if (!hasDate(head)) return isNameAlone(head) || isOfUnknownWords(head) ? 'likely' : undefined;
  const verb = findVerb(head);
  const isDated = (hasTime(head) || head.includes('@')) && !isSentence(head);
  if (verb === 'end' || verb === 'before-date' || (verb === 'start' && /\d\D{0,12}$/.test(head))) {
    return isDated ? 'certain' : 'likely';
  }
  if (!beginsLikeAttribution(head)) return isOfUnknownWords(head) ? 'likely' : undefined;
  if (verb === 'middle') return isDated ? 'certain' : 'likely';
  if (!endsWithAddress(head)) return isOfUnknownWords(head) ? 'likely' : undefined;
  return hasTime(head) && isNamedSender(head) ? 'certain' : 'likely';
}

/**
 * What a client of an unknown language writes: numbers and an address in brackets at the end, or a name with a day and
 * a time. Somebody who introduces a quote himself uses words of a sentence, or words in small letters.
 */
function isOfUnknownWords(head: string): boolean {
  if (head.length > LONGEST_UNKNOWN) return false;
  const words = head.match(/[\p{L}'’]+/gu) ?? [];
  if (words.some((word) => SENTENCE_WORDS.has(word.toLowerCase()))) return false;
  if (/[<(][^<>()\s]{1,100}@[^<>()\s]{3,100}[>)]$/.test(head)) return (head.match(/\p{Nd}/gu)?.length ?? 0) >= 4;
  const named = head.replace(/\S+@\S+/g, '').match(/[\p{L}'’]+/gu) ?? [];
  return hasTime(head) && /\d[./-]\d{1,2}[./-]\d/.test(head) && named.every((word) => /^\P{Ll}/u.test(word));
}

const LONGEST_UNKNOWN = 200;

/** Whether a line begins as attributions do: with a date, a weekday, "On", "Le", "В". */
export function beginsLikeAttribution(line: string): boolean {
  const first = /^[\s*\-"]*(\d|\p{L}{1,20})/u.exec(line)?.[1]?.toLowerCase() ?? '';
  return /^\d/.test(first) || OPENING_WORDS.has(first) || WEEKDAYS.some((weekday) => isWeekday(first, weekday));
}

/** Two letters are a whole abbreviation; "so" must not make a Sunday of "sobald". */
function isWeekday(word: string, weekday: string): boolean {
  return weekday.length < 3 ? word === weekday : word.startsWith(weekday);
}

const VERBS: ReadonlySet<string> = new Set(WROTE);
/** Languages written without spaces put the verb directly behind a name or a time. */
const VERB_ENDINGS = WROTE.filter((verb) => /^[\p{sc=Han}\p{sc=Hira}\p{sc=Hang}]/u.test(verb));
const OPENING_WORDS: ReadonlySet<string> = new Set(OPENERS.map((opener) => opener.split(' ')[0] ?? opener));

function hasDate(text: string): boolean {
  return /\d{1,2}[:.]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/.test(text);
}

function hasTime(text: string): boolean {
  return /\d{1,2}[:.]\d{2}(?![.\d])/.test(text);
}

/** Zoho: "---- On Mon, 12 Jan 2026 14:03:07 +0300 Anna <a@b.example> wrote ----"; Notes: "-----Anna wrote: -----". */
function certaintyBetweenDashes(text: string): AttributionCertainty | undefined {
  if (!text.endsWith('--')) return undefined;
  const between = text
    .replace(/^-+/, '')
    .replace(/[-:\s]+$/, '')
    .trim();
  return findVerb(between) === 'end' ? 'certain' : undefined;
}

/** Gmail of the years before 2017: "2016-03-03 17:21 GMT+01:00 Anna", "2011/4/7 Anna <a@b.example>". */
function certaintyWithoutColon(text: string): AttributionCertainty | undefined {
  if (/^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} \S/.test(text)) return 'certain';
  return /^\d{4}[/-]\d{1,2}[/-]\d{1,2} \S/.test(text) && text.endsWith('>') && endsWithAddress(text)
    ? 'likely'
    : undefined;
}

/** "Anna <a@b.example>:", "Анна Петрова пишет:", "You wrote:"; a sentence that ends with such a verb is not. */
function isNameAlone(head: string): boolean {
  const words = head.split(/\s+/);
  if (words.length > 7) return false;
  if (VERBS.has(head.toLowerCase())) return words.length > 1;
  if (findVerb(head) !== 'end' && !(endsWithAddress(head) && head.endsWith('>'))) return false;
  return words.every((word) => !SENTENCE_WORDS.has(word.toLowerCase())) && /^["«<]?\p{Lu}/u.test(head);
}

type VerbPlace = 'start' | 'middle' | 'before-date' | 'end';

/** Where "wrote" stands in a line, if it does. */
function findVerb(text: string): VerbPlace | undefined {
  if (VERB_ENDINGS.some((verb) => text.endsWith(verb))) return 'end';
  const words = text.toLowerCase().split(/\s+/).map(withoutGender);
  const isVerb = (from: number, to: number) => VERBS.has(words.slice(from, to).join(' '));
  for (let length = 3; length >= 1; length--) {
    if (words.length > length && isVerb(words.length - length, words.length)) return 'end';
    if (words.length > length && isVerb(0, length)) return 'start';
  }
  for (let index = 1; index < words.length - 1; index++) {
    const length = [2, 1].find((words) => isVerb(index, index + words));
    if (length === undefined) continue;
    const next = words[index + length] ?? '';
    return /^\d/.test(next) || OPENING_WORDS.has(next) ? 'before-date' : 'middle';
  }
  return undefined;
}

/** "написал(-а)," is "написал", and "napisał(a)" is "napisał". */
function withoutGender(word: string): string {
  return word.replace(/[,"]/g, '').replace(/(?<=\p{L})\(-?\p{L}{1,3}\)$/u, '');
}

/** "… от Анна anna@b.example", "… Анна <anna@b.example>": an address that a sentence ends with stands otherwise. */
function isNamedSender(head: string): boolean {
  return !isSentence(head) && (/[>)\]]$/.test(head) || /"\s\S+$/.test(head) || /\s(от|from)\s/i.test(head));
}

/** "12 января в 14:03 я вам писал:" has pronouns, which a client's line has not; but for its own "you wrote". */
function isSentence(head: string): boolean {
  if (head.includes('<')) return false;
  const words = head
    .toLowerCase()
    .replace(/(you|вы|ви)\s(?=\p{L})/gu, '')
    .split(/\s+/);
  return words.some((word) => SENTENCE_WORDS.has(word));
}

function endsWithAddress(text: string): boolean {
  const last = text.slice(text.lastIndexOf(' ') + 1);
  return last.indexOf('@') > 0 && last.length > 3;
}
