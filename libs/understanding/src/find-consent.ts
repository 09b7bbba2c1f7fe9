import type { Passage } from './readable-text';
import { ALLOWS, HEDGES, REFUSES, REFUSES_NOTHING, YES_ALONE, YES_AND } from './rules/consent';

/**
 * Whether these sentences agree to what was asked last. A doubt, a condition or a question is no agreement: it has to
 * be plain. A permission that is given beside `pointsElsewhere` may be one to write to somebody else.
 */
export function findConsent(sentences: readonly Passage[], pointsElsewhere: boolean): 'yes' | 'no' | null {
  const plain = sentences.map((sentence) => sentence.plain.replaceAll(REFUSES_NOTHING, 'да'));
  if (plain.some((sentence) => REFUSES.test(sentence) && !sentence.includes('?'))) return 'no';
  const agreeing = pointsElsewhere ? [YES_ALONE, YES_AND] : [YES_ALONE, YES_AND, ALLOWS];
  const agrees = plain.some(
    (sentence) =>
      !sentence.includes('?') && !HEDGES.test(sentence) && agreeing.some((pattern) => pattern.test(sentence)),
  );
  const doubts = plain.some((sentence) => HEDGES.test(sentence));
  return agrees && !doubts ? 'yes' : null;
}
