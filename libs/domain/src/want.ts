import type { Colleague, MessageUnderstood } from './event';
import type { Intent } from './intent';

/** One intent of one message, with what was found for it. */
export interface Want {
  readonly messageId: string;
  readonly intent: Intent;
  /** For a question: the passages that answer it. */
  readonly passages: readonly string[];
  /** For a redirect: the addresses it gave. */
  readonly colleagues: readonly Colleague[];
}

/** What the contact wants after this message, what is still unanswered included. */
export function wantsAfter(wants: readonly Want[], event: MessageUnderstood): readonly Want[] {
  const added = event.reading.intents.map((intent) => ({
    messageId: event.messageId,
    intent,
    passages: intent.type === 'question' ? event.passages : [],
    colleagues: intent.type === 'redirect' ? event.colleagues : [],
  }));
  return [...wants, ...added];
}
