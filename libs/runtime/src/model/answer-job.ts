import type { ClosedSchema } from '@app/llm-jobs/closed-schema';
import type { ClaimedJob } from '@app/llm-jobs/job';
import type { ChatClient } from './chat.client';
import type { ChatMessage, Completion } from './completion';
import { checkAnswer } from './check-answer';

/** How a job ended here. What `because` says holds no word of prompt or answer. */
export type Answered =
  | { readonly type: 'completed'; readonly response: string }
  /** The model was asked, and what it says is of no use. */
  | { readonly type: 'failed'; readonly because: string }
  | Exclude<Completion, { readonly type: 'answered' | 'cut' }>;

/** Asks for the job's answer; one that breaks the schema is asked for once more with the validator's words. */
export async function answerJob(
  client: ChatClient,
  job: Pick<ClaimedJob, 'prompt' | 'schema'>,
  signal: AbortSignal,
): Promise<Answered> {
  const asked: readonly ChatMessage[] = [{ role: 'user', content: job.prompt }];
  const first = await ask(client, job.schema, asked, signal);
  if (first.type !== 'broken') return first;
  const again = await ask(client, job.schema, [...asked, ...correction(first)], signal);
  if (again.type !== 'broken') return again;
  return { type: 'failed', because: `The answer broke its schema twice: ${again.words}.` };
}

interface Broken {
  readonly type: 'broken';
  readonly answer: string;
  readonly words: string;
}

async function ask(
  client: ChatClient,
  schema: ClosedSchema,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<Answered | Broken> {
  const completion = await client.ask({ messages, schema }, signal);
  if (completion.type === 'cut') {
    return { type: 'failed', because: 'The answer was cut off: the model did not come to an end.' };
  }
  if (completion.type !== 'answered') return completion;
  const answer = completion.text;
  const checked = checkAnswer(answer, schema);
  switch (checked.type) {
    case 'fits':
      return { type: 'completed', response: answer };
    case 'breaks':
      return { type: 'broken', answer, words: checked.words };
    case 'no-schema':
      return { type: 'failed', because: 'The schema of the job is no JSON Schema.' };
  }
}

function correction({ answer, words }: Broken): readonly ChatMessage[] {
  const request = `This does not fit the required form: ${words}. Answer again, with one JSON object of that form only.`;
  return [
    { role: 'assistant', content: answer },
    { role: 'user', content: request },
  ];
}
