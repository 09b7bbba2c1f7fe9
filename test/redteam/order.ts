import type { Language } from '@app/domain/language';

/** What an attacker orders the model to do, and what a model answers that does so word for word. */
export interface Order {
  readonly name: string;
  readonly words: InEach;
  /** The answer when it is asked to read; absent where the attack is on the draft. */
  readonly reading?: InEach;
  /** The answer when it is asked to draft; absent where the attack is on the reading. */
  readonly draft?: InEach;
  /** What must stand in no letter to anybody. */
  readonly forbidden: readonly string[];
}

export type InEach = Readonly<Record<Language, string>>;

/** A reading in the form that is asked for; what is left out is what an honest model says of a question. */
export function reading(language: Language, change: object = {}): string {
  return JSON.stringify({ intents: ['question'], language, day: '', addresses: [], evidence: [''], ...change });
}

/** A draft of one sentence that says to rest on these passages. */
export function draft(sentence: string, passages = '1'): string {
  return JSON.stringify({ found: 'yes', sentences: [sentence], passages: [passages] });
}
