import { JOB_CONTRACTS } from '@app/llm-jobs/contracts';
import { PRIORITIES, type AskedJob } from '@app/llm-jobs/job';

/** A message to read; somebody waits for it. */
export function aJob(facts: Partial<AskedJob> = {}): AskedJob {
  const { version, response } = JOB_CONTRACTS.understand;
  return {
    _id: 'event-1:0',
    kind: 'understand',
    version,
    model: 'small',
    prompt: 'What does this contact want? «Please send me the deck»',
    schema: response,
    input: { text: 'Please send me the deck', language: 'en', now: '2026-11-23T09:00:00Z', timeZone: 'Europe/Moscow' },
    priority: PRIORITIES.interactive,
    flow: 'flow-1',
    ...facts,
  };
}
