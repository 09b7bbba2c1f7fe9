import { JOB_CONTRACTS } from '@app/llm-jobs/contracts';
import type { Reading } from '@app/domain/reading';
import { detectLanguage } from '@app/understanding/detect-language';
import { askToUnderstand } from '@app/understanding/model/ask-to-understand';
import { checkReading } from '@app/understanding/model/check-reading';
import type { ReadingContext } from '@app/understanding/read-offline';
import { answerJob } from './answer-job';
import type { ChatClient } from './chat.client';

export type ReadByModel =
  | { readonly type: 'read'; readonly reading: Reading }
  /** No answer, or none that passed the checks. */
  | { readonly type: 'unread'; readonly because: string };

/** Reads a message by the endpoint itself, without a job: what the checks reject is asked for once more. Never throws. */
export async function readByModel(client: ChatClient, text: string, context: ReadingContext): Promise<ReadByModel> {
  const first = await ask(client, text, context);
  if (first.type !== 'rejected') return first;
  const second = await ask(client, text, context, first.because);
  return second.type === 'rejected' ? { type: 'unread', because: `rejected twice: ${second.because}` } : second;
}

async function ask(
  client: ChatClient,
  text: string,
  context: ReadingContext,
  complaint?: string,
): Promise<ReadByModel | { readonly type: 'rejected'; readonly because: string }> {
  const { now, timeZone } = context;
  const language = detectLanguage(text) ?? 'ru';
  const { prompt } = askToUnderstand({ text, language, now, timeZone, ...(complaint ? { complaint } : {}) });
  const job = { prompt, schema: JOB_CONTRACTS.understand.response };
  const answered = await answerJob(client, job, new AbortController().signal);
  if (answered.type !== 'completed') {
    return { type: 'unread', because: 'because' in answered ? answered.because : 'broken off' };
  }
  const checked = checkReading(answered.response, text, context);
  return checked.type === 'accepted' ? { type: 'read', reading: checked.value } : checked;
}
