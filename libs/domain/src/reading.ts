import type { Intent } from './intent';
import type { Language } from './language';

/** What a reader made of one message. At least one intent, the primary one first. */
export interface Reading {
  readonly intents: readonly Intent[];
  /** 0 to 1: how often a reading like this one is right. */
  readonly confidence: number;
  /** Which engine read it. */
  readonly engine: 'offline' | 'model';
  /** Whether these words agree to what was asked last ("yes, do write again"); null when they do not say. */
  readonly consent: 'yes' | 'no' | null;
  /** The language of the words; null when it cannot be told. */
  readonly language: Language | null;
  /** The contact's own words each intent rests on, in the order of `intents`; '' when it rests on no single phrase. */
  readonly evidence: readonly string[];
}
