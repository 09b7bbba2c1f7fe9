import type { Memory } from './memory';
import type { Stage } from './stage';

/** What a decision needs to know of a conversation, and what it changes. */
export interface Conversation {
  readonly id: string;
  readonly stage: Stage;
  readonly memory: Memory;
}
