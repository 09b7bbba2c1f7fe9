import { randomUUID } from 'node:crypto';
import { JOB_CONTRACTS } from '@app/llm-jobs/contracts';
import { PRIORITIES, type AskedJob } from '@app/llm-jobs/job';
import { PROMPT } from './queue';

/** A job of ours as a brain asks for it. */
export function aJob(flow: string): AskedJob {
  const { version, response: schema } = JOB_CONTRACTS.understand;
  return {
    ...{ _id: randomUUID(), kind: 'understand', version, model: 'none', prompt: PROMPT, schema, input: {} },
    ...{ priority: PRIORITIES.interactive, flow },
  };
}

/** What a model answers to it. */
export const RESPONSE = '{"intents":["acknowledged"],"language":"en","day":"","addresses":[],"evidence":["thanks"]}';
