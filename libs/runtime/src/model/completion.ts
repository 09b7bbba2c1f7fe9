import type { ClosedSchema } from '@app/llm-jobs/closed-schema';

/** What a chat endpoint is asked: the conversation so far, and the JSON Schema its answer has to fit. */
export interface Question {
  readonly messages: readonly ChatMessage[];
  readonly schema: ClosedSchema;
}

export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** How a question ended. What `because` says holds no word of the question or of the answer. */
export type Completion =
  | { readonly type: 'answered'; readonly text: string }
  /** The model did not come to an end within the tokens it may use. */
  | { readonly type: 'cut' }
  /** Nobody would have been answered now. */
  | Away
  /** No usable answer; whether the question or the endpoint is to blame cannot be told from it. */
  | { readonly type: 'unanswered'; readonly because: string }
  /** The asker's own signal ended it. */
  | { readonly type: 'aborted' };

export interface Away {
  readonly type: 'away';
  readonly because: string;
  /** How long the endpoint wants to be left alone, where it said so. */
  readonly retryAfterMs: number | null;
}
