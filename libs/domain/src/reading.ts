import type { Intent } from './intent';

/** What a reader made of one message. At least one intent, the primary one first. */
export interface Reading {
  readonly intents: readonly Intent[];
  /** 0 to 1: how often a reading like this one is right. */
  readonly confidence: number;
  /** Which engine read it. */
  readonly engine: 'offline';
  /** The contact's own words each intent rests on, in the order of `intents`; '' when it rests on no single phrase. */
  readonly evidence: readonly string[];
}
