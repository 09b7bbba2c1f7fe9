import type { Finding } from './find-wish';
import { wordsAt } from './find-wish';
import type { Passage } from './readable-text';
import { ANY_OF_THEM, NUMBER_ALONE, NUMBERED_OPTION } from './rules/choice';

/** Which of the times offered a contact picks, from 1. */
export interface Choice extends Finding {
  readonly choice: number;
}

/**
 * Finds the option a contact picks. A bare number or "the second one" is a choice only when `offered` says how many
 * there were; without it only words that name an option count.
 */
export function findChoice(sentences: readonly Passage[], offered: number): Choice | undefined {
  for (const [sentence, passage] of sentences.entries()) {
    const named = placesOf(NUMBERED_OPTION, passage.plain, 0);
    const alone =
      offered > 0 ? clausesOf(passage.plain).flatMap(([at, clause]) => placesOf(NUMBER_ALONE, clause, at)) : [];
    const found = [...named, ...alone].flatMap((match) => toChoice(match, passage, sentence, offered))[0];
    if (found) return found;
    const any = offered > 0 ? ANY_OF_THEM.exec(passage.plain) : null;
    if (any) {
      const evidence = wordsAt(passage.written, any.index, any[0].length);
      return { rule: 'any', strength: 0.85, evidence, sentence, choice: 1 };
    }
  }
  return undefined;
}

interface Place {
  readonly index: number;
  readonly text: string;
  /** What the option is called: a digit or an ordinal. */
  readonly name: string;
}

function placesOf(pattern: RegExp, plain: string, at: number): readonly Place[] {
  return [...plain.matchAll(pattern)].map(({ 0: text, index, groups }) => ({
    index: at + index,
    text,
    name: Object.values(groups ?? {}).find(Boolean) ?? '',
  }));
}

/** The clauses of a sentence, and where each begins. */
function clausesOf(plain: string): readonly (readonly [number, string])[] {
  return [...plain.matchAll(/[^,;:]+/g)].map(({ 0: clause, index }) => [index, clause]);
}

function toChoice(
  { index, text, name }: Place,
  { written, plain }: Passage,
  sentence: number,
  offered: number,
): Choice[] {
  const choice = toNumber(name, offered);
  if (choice === undefined || isDeclined(plain, index)) return [];
  return [{ rule: 'choice', strength: 0.9, evidence: wordsAt(written, index, text.length), sentence, choice }];
}

const STEMS = [/^(?:перв|first)/u, /^(?:втор|second)/u, /^(?:трет|third)/u];

function toNumber(word: string, offered: number): number | undefined {
  const isLast = /^(?:последн|last)/u.test(word);
  const number = isLast ? offered : /^\d/.test(word) ? Number(word) : STEMS.findIndex((stem) => stem.test(word)) + 1;
  return number >= 1 && number <= (offered || 3) ? number : undefined;
}

/** "The first does not suit us, the second does": what is said of an option stands in its own clause. */
function isDeclined(plain: string, index: number): boolean {
  const clause = plain.slice(index).split(/[,;:]|(?<!\p{L})(?:а|но|but|and)(?!\p{L})/u)[0] ?? '';
  const before = plain.slice(Math.max(0, index - 12), index);
  return NEGATION.test(clause) || /(?<!\p{L})(?:не|not|кроме|except)\s(?:the\s)?$/u.test(before);
}

const NEGATION = /(?<!\p{L})(?:не|нет|not|no|can't|cannot|won't|doesn't|don't|isn't)(?!\p{L})/u;
