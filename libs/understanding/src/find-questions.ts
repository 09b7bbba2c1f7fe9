import type { Finding } from './find-wish';
import { findWishes, wordsAt } from './find-wish';
import type { Passage } from './readable-text';
import { QUESTION } from './rules/question';

/** Finds what the contact wants to know; a sentence that already asks for something else asks only when it names a price. */
export function findQuestions(sentences: readonly Passage[], claimed: ReadonlySet<number>): readonly Finding[] {
  const marked = sentences.flatMap(({ written, plain }, sentence) =>
    plain.includes('?') && /\p{L}{2}/u.test(plain)
      ? [{ rule: 'question-mark', strength: 0.84, evidence: wordsAt(written, 0, written.length), sentence }]
      : [],
  );
  return [...findWishes(sentences, QUESTION), ...marked].filter(
    ({ rule, sentence }) => rule === 'price' || !claimed.has(sentence),
  );
}
