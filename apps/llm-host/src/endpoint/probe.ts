import { checkAnswer } from '@app/runtime/model/check-answer';
import type { ChatClient } from '@app/runtime/model/chat.client';
import type { Away } from '@app/runtime/model/completion';

export type Probed = { readonly type: 'enforces-schemas' } | Away;

/** A word nobody answers by chance, in a form nobody who is asked for a sentence gives it. */
const SCHEMA = {
  type: 'object',
  properties: { word: { type: 'string', enum: ['kestrel'] } },
  required: ['word'],
  additionalProperties: false,
} as const;
const QUESTION = { messages: [{ role: 'user', content: 'Greet me in one short sentence.' }], schema: SCHEMA } as const;

/**
 * Asks for a sentence under a schema that allows none: only an endpoint that holds its model to the schema answers in
 * the schema's form. Servers ignore fields they do not know and answer 200 all the same.
 */
export async function probe(client: ChatClient, signal: AbortSignal): Promise<Probed> {
  const completion = await client.ask(QUESTION, signal);
  switch (completion.type) {
    case 'answered':
      return checkAnswer(completion.text, SCHEMA).type === 'fits' ? { type: 'enforces-schemas' } : UNBOUND;
    case 'cut':
      return UNBOUND;
    case 'unanswered':
      return { type: 'away', because: completion.because, retryAfterMs: null };
    case 'away':
      return completion;
    case 'aborted':
      return { type: 'away', because: 'this host is being stopped', retryAfterMs: null };
  }
}

const UNBOUND: Away = {
  type: 'away',
  because: 'the endpoint does not hold its model to a JSON Schema; LLM_ENDPOINT must be a server that does',
  retryAfterMs: null,
};
