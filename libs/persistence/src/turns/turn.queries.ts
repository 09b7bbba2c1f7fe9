import type { IndexedQuery } from '../indexed-query';

/** Every index of `turns`, beside the query it serves. */
export const TURN_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the history of one conversation, in order',
    keys: { conversationId: 1, revision: 1, place: 1 },
    options: { name: 'ofConversation' },
    example: { filter: { conversationId: 'c' }, sort: { revision: 1, place: 1 } },
  },
];
