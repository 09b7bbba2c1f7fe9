import type { IndexedQuery } from '../indexed-query';

/** Every index of `quotas`; a quota is asked for by its `_id`. */
export const QUOTA_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'days long over, which the server removes by itself',
    keys: { usedAt: 1 },
    options: { name: 'over', expireAfterSeconds: 40 * 24 * 3600 },
    example: { filter: { usedAt: { $lt: new Date(0) } } },
  },
];
