import type { IndexedQuery } from '../indexed-query';

/** Every index of `conversations`, beside the query it serves. */
export const CONVERSATION_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'conversations whose opening turn is not taken yet',
    keys: { unhandledFor: 1 },
    options: { name: 'unhandledFor', partialFilterExpression: { unhandledFor: { $exists: true } } },
    example: { filter: { unhandledFor: { $gt: '' } }, sort: { unhandledFor: 1 } },
  },
  {
    serves: 'the conversation a token in an address or a subject names',
    keys: { token: 1 },
    options: { name: 'token', unique: true },
    example: { filter: { token: 't' } },
  },
  {
    serves: 'every conversation a contact has had, the first one first',
    keys: { contactId: 1, createdAt: 1 },
    options: { name: 'ofContact' },
    example: { filter: { contactId: 'c' }, sort: { createdAt: 1 } },
  },
  {
    serves: 'the open conversations of a stage, the newest first',
    keys: { stage: 1, createdAt: -1 },
    options: { name: 'ofStage', partialFilterExpression: { closed: false } },
    example: { filter: { closed: false, stage: 'postponed' }, sort: { createdAt: -1 } },
  },
  {
    serves: 'the conversation that asked for a job',
    keys: { askedJob: 1 },
    options: { name: 'askedJob', partialFilterExpression: { askedJob: { $gt: '' } } },
    example: { filter: { askedJob: 'job' } },
  },
  {
    serves: 'open conversations whose events keep failing, the newest first',
    keys: { createdAt: -1 },
    options: { name: 'quarantined', partialFilterExpression: { quarantined: { $gt: '' } } },
    example: { filter: { closed: false, quarantined: { $gt: '' } }, sort: { createdAt: -1 } },
  },
];
