import type { Language } from '@app/domain/language';
import { detectLanguage } from '../../detect-language';
import { inOneText, type OfferedPassage } from '../offered-passage';
import { CLAIM_KINDS, type ClaimKind } from './claims';
import { type Clause, clausesOf } from './clauses';
import { contactsIn } from './contacts-in';
import { numbersIn, spelledNumbersIn } from './numbers-in';
import { isNamedIn, isToldBy, namesIn } from './own-words';
import { unfitness } from './unfit-text';

/** What a sentence of a draft may rest on. */
export interface Grounds {
  readonly passages: readonly OfferedPassage[];
  readonly language: Language;
  /** What the contact said: names and bare numbers of it may be repeated; '' for nothing. */
  readonly question: string;
}

const LONGEST_SENTENCE = 500;
/** Whoever says yes promises what was asked for. */
const AGREES =
  /^[^\p{L}]*(?:да|конечно|разумеется|безусловно|хорошо|договорились|верно|именно|yes|yeah|yep|sure|certainly|of course|absolutely|indeed|ok|okay|right|correct)(?!\p{L})/iu;

/**
 * Says what is wrong with a sentence, so that "it ..." is a complaint; undefined when all it says stands in its
 * passages. Words of the sentence are not repeated.
 */
export function mistakeInSentence(sentence: string, grounds: Grounds): string | undefined {
  const { passages, language, question } = grounds;
  if (sentence.trim() === '' || sentence.length > LONGEST_SENTENCE) return 'is empty or too long';
  const unfit = unfitness(sentence);
  if (unfit !== undefined) return unfit;
  if ((detectLanguage(sentence) ?? language) !== language) return 'is in another language';
  const told = passages.map(inOneText).join('\n');
  const known = new Set(contactsIn(told));
  if (!contactsIn(sentence).every((contact) => known.has(contact))) {
    return 'holds a link, an address, a telephone number or a code that its passages do not hold';
  }
  const promised = AGREES.test(sentence) ? `${sentence}\n${question}` : sentence;
  const claimed = ungrounded(promised, passages);
  if (claimed) return `speaks of ${claimed.name} otherwise than its passages do`;
  if (hasOwnNumbers(sentence, promised, grounds)) return 'holds a number that its passages do not hold';
  if (!namesIn(sentence).every((name) => isNamedIn(name, `${told}\n${question}`))) {
    return 'holds a name that its passages do not hold';
  }
  return isToldBy(sentence, told) ? undefined : 'says what its passages do not say';
}

/** The first kind of claim that no clause of the passages makes, or that they deny where the sentence does not. */
function ungrounded(promised: string, passages: readonly OfferedPassage[]): ClaimKind | undefined {
  const stated = passages.flatMap(({ text }) => clausesOf(text));
  const made = clausesOf(promised);
  return CLAIM_KINDS.find(
    (kind) => made.some((clause) => !isMade(clause, kind, stated)) || !hasItsShares(promised, kind, passages),
  );
}

function isMade(clause: Clause, { pattern }: ClaimKind, stated: readonly Clause[]): boolean {
  if (!pattern.test(clause.plain)) return true;
  return stated.some(({ plain, isDenied }) => isDenied === clause.isDenied && pattern.test(plain));
}

/** "20 %" beside a discount must stand beside a discount in a passage: there may be 20 % of other things. */
function hasItsShares(
  promised: string,
  { pattern, isMeasured }: ClaimKind,
  passages: readonly OfferedPassage[],
): boolean {
  const speaks = (text: string): boolean => clausesOf(text).some(({ plain }) => pattern.test(plain));
  if (!isMeasured || !speaks(promised)) return true;
  const shares = sharesIn(promised);
  const known = passages.flatMap(({ text }) => sentencesOf(text).filter(speaks).flatMap(sharesIn));
  return shares.every((share) => known.includes(share));
}

function sharesIn(text: string): readonly string[] {
  return numbersIn(text).flatMap(({ value, unit }) => (unit === 'percent' ? [value] : []));
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/[\n!?]|\.(?!\d)/);
}

function hasOwnNumbers(sentence: string, promised: string, { passages, question }: Grounds): boolean {
  const told = passages.map(inOneText).join('\n');
  const known = numbersIn(told);
  const isPromise =
    promised !== sentence ||
    CLAIM_KINDS.some(({ pattern }) => clausesOf(promised).some(({ plain }) => pattern.test(plain)));
  const asked = isPromise ? [] : numbersIn(question).map(({ value }) => value);
  const inDigits = numbersIn(promised).some(
    ({ value, unit }) =>
      !known.some((other) => other.value === value && (unit === '' || unit === other.unit)) &&
      !(unit === '' && asked.includes(value)),
  );
  const spelled = new Set(spelledNumbersIn(told));
  return inDigits || spelledNumbersIn(promised).some((number) => !spelled.has(number));
}
