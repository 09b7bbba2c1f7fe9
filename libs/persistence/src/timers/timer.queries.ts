import type { IndexedQuery } from '../indexed-query';

/** Every index of `timers`, beside the query it serves. */
export const TIMER_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'what is due by now, and the earliest that will be',
    keys: { dueAt: 1 },
    options: { name: 'due', partialFilterExpression: { status: 'scheduled' } },
    example: { filter: { status: 'scheduled', dueAt: { $lte: new Date(0) } }, sort: { dueAt: 1 } },
  },
  {
    serves: 'the timers a conversation has set',
    keys: { conversationId: 1 },
    options: { name: 'ofConversation', partialFilterExpression: { status: 'scheduled' } },
    example: { filter: { conversationId: 'c', status: 'scheduled' } },
  },
];
