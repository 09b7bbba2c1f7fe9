import { phrase } from './phrase';
import { perScript, type Script } from './script';

/** A named way to say one thing. */
export interface Rule {
  readonly name: string;
  /** How often a message that matches means it, 0 to 1. */
  readonly strength: number;
  /** What to look for in a text of each script; nothing where it cannot be said in that script. */
  readonly patterns: Readonly<Record<Script, RegExp | undefined>>;
}

/** A rule of several phrases, in the notation of `phrase`. */
export function rule(name: string, strength: number, phrases: readonly string[]): Rule {
  return { name, strength, patterns: perScript(phrases, (fitting) => phrase(fitting.join('|'))) };
}
