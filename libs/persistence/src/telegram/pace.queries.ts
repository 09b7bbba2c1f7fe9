import type { IndexedQuery } from '../indexed-query';

/** Every index of `telegram_paces`; a pace is asked for by its `_id`. */
export const PACE_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'chats to which nothing leaves any more, which the server removes by itself',
    keys: { nextAt: 1 },
    options: { name: 'over', expireAfterSeconds: 60 },
    example: { filter: { nextAt: { $lt: new Date(0) } } },
  },
];
