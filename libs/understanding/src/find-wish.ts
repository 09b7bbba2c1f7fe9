import type { Passage } from './readable-text';
import type { Rule } from './rule';

/** A wish found in a message: which rule found it, in which sentence, and on which words it rests. */
export interface Finding {
  readonly rule: string;
  readonly strength: number;
  readonly evidence: string;
  readonly sentence: number;
}

/** Finds every sentence a table of rules speaks of, the surest first. */
export function findWishes(sentences: readonly Passage[], rules: readonly Rule[]): readonly Finding[] {
  return sentences
    .flatMap(({ written, plain }, sentence) =>
      rules.flatMap(({ name, strength, pattern }) => {
        const match = pattern.exec(plain);
        return match
          ? [{ rule: name, strength, sentence, evidence: wordsAt(written, match.index, match[0].length) }]
          : [];
      }),
    )
    .sort((one, other) => other.strength - one.strength);
}

/** The contact's own words at a place of a text, without the punctuation around them. */
export function wordsAt(written: string, index: number, length: number): string {
  return written.slice(index, index + length).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?]+$/gu, '');
}
