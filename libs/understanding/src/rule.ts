import { phrase } from './phrase';

/** A named way to say one thing. */
export interface Rule {
  readonly name: string;
  /** How often a message that matches means it, 0 to 1. */
  readonly strength: number;
  readonly pattern: RegExp;
}

/** A rule of several phrases, in the notation of `phrase`. */
export function rule(name: string, strength: number, phrases: readonly string[]): Rule {
  return { name, strength, pattern: phrase(phrases.join('|')) };
}
