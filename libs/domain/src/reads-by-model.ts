import { messagesAsked } from './what-is-asked';
import type { Conversation } from './conversation';
import type { Reading } from './reading';
import { isStop } from './want';

/** What the offline engine says of its own reading. */
export interface OfflineDoubts {
  readonly isSure: boolean;
  readonly hintsAtStop: boolean;
}

/**
 * Whether a model, where one is named, has to read a message too. A stop never waits for it. Where only a stop counts,
 * nothing but the hint of one is worth asking about. That nobody can tell what a message says is for a model to doubt.
 */
export function readsByModel(
  { stage, memory }: Conversation,
  { reading, senderKnown }: { readonly reading: Reading; readonly senderKnown: boolean },
  { isSure, hintsAtStop }: OfflineDoubts,
): boolean {
  if (reading.intents.some(isStop) || stage === 'stopped') return false;
  const isAPersons = stage === 'handed-over' || stage === 'awaiting-start';
  if (isAPersons || !senderKnown || memory.wants.some(({ fromStranger }) => fromStranger)) return hintsAtStop;
  const isUnclear = reading.intents.some(({ type }) => type === 'unclear');
  return !isSure || isUnclear || hintsAtStop || messagesAsked(memory).length > 0;
}
