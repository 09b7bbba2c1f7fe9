import type { Language } from '@app/domain/language';
import { type Match, passageIndex } from './passage-index';
import type { Passage, Product } from './product';
import { searchTerms } from './search-terms';

/**
 * The passages that answer a contact's message, best first, at most `limit`; none when nothing fits well, for no
 * answer is better than a wrong one. Each question of the message is looked for by itself; a message that names
 * nothing ("What is it?") is answered by the first passage of the product.
 */
export function findPassages(product: Product, question: string, language: Language, limit: number): Passage[] {
  if (namesNothing(question, language)) return introduction(product, language).slice(0, limit);

  const found = questionsIn(question).flatMap((part) => findFor(product, part, language));
  // The best answer to each question comes before the second best answer to any.
  found.sort((a, b) => a.rank - b.rank || b.score - a.score);
  return [...new Set(found.map(({ passage }) => passage))].slice(0, limit);
}

function namesNothing(message: string, language: Language): boolean {
  return /\p{L}/u.test(message) && searchTerms(message, language).length === 0;
}

function introduction(product: Product, language: Language): Passage[] {
  return product.knowledge.filter((passage) => passage.language === language).slice(0, 1);
}

/** The clauses of the sentences that ask something, or of all sentences when none has a question mark. */
function questionsIn(message: string): readonly string[] {
  const sentences = message.match(/[^.!?\n]+[.!?]*/g) ?? [];
  const asking = sentences.filter((sentence) => sentence.includes('?'));
  return (asking.length > 0 ? asking : sentences).flatMap((sentence) => sentence.split(/[,;:]/));
}

interface Found {
  readonly passage: Passage;
  /** BM25: higher is better. */
  readonly score: number;
  /** 0 for the best answer to its question. */
  readonly rank: number;
}

function findFor(product: Product, question: string, language: Language): readonly Found[] {
  const { matchesOf, commonTerms } = passageIndex(product, language);
  const terms = [...new Set(searchTerms(question, language))].filter((term) => !commonTerms.has(term));
  const candidates = weighTogether(terms.map(matchesOf))
    .filter((candidate) => fits(candidate, terms.length))
    .sort((one, other) => other.score - one.score);
  const best = candidates[0]?.score ?? 0;
  return candidates
    .filter(({ score }) => score >= best * CLOSE_TO_BEST)
    .map(({ passage, score }, rank) => ({ passage, score, rank }));
}

interface Candidate {
  readonly passage: Passage;
  readonly score: number;
  /** How many terms it has. */
  readonly terms: number;
  readonly isInHeading: boolean;
}

/** Adds up what speaks for each passage: the more of the terms it has, the more each of them counts. */
function weighTogether(matches: readonly (readonly Match[])[]): readonly Candidate[] {
  const candidates = new Map<Passage, Candidate>();
  for (const { passage, score, isInHeading } of matches.flat()) {
    const before = candidates.get(passage);
    candidates.set(passage, {
      passage,
      score: (before?.score ?? 0) + score,
      terms: (before?.terms ?? 0) + 1,
      isInHeading: isInHeading || (before?.isInHeading ?? false),
    });
  }
  return [...candidates.values()].map((candidate) => ({ ...candidate, score: candidate.score * candidate.terms }));
}

/**
 * The shares of a question's words that a passage must have. Chosen with 326 questions in both languages to the sample
 * product: with less, some of the 78 about football, the weather and the like were answered.
 */
const ENOUGH_WITH_HEADING = 0.4;
const ENOUGH_IN_TEXT = 0.75;
const CLOSE_TO_BEST = 0.5;

function fits({ terms, isInHeading }: Candidate, asked: number): boolean {
  return terms / asked >= (isInHeading ? ENOUGH_WITH_HEADING : ENOUGH_IN_TEXT);
}
