import type { Passage } from './readable-text';
import type { Rule } from './rule';
import { scriptOf } from './script';

/** A wish found in a message: which rule found it, in which sentence, and on which words it rests. */
export interface Finding {
  readonly rule: string;
  readonly strength: number;
  readonly evidence: string;
  readonly sentence: number;
}

/** Finds every sentence a table of rules speaks of, the surest first. */
export function findWishes(sentences: readonly Passage[], rules: readonly Rule[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const [sentence, { written, plain }] of sentences.entries()) {
    const script = scriptOf(plain);
    for (const { name, strength, patterns } of rules) {
      const match = patterns[script]?.exec(plain);
      if (match)
        found.push({ rule: name, strength, sentence, evidence: wordsAt(written, match.index, match[0].length) });
    }
  }
  return found.sort((one, other) => other.strength - one.strength);
}

/** The contact's own words at a place of a text, without the punctuation around them. */
export function wordsAt(written: string, index: number, length: number): string {
  return written.slice(index, index + length).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?]+$/gu, '');
}
