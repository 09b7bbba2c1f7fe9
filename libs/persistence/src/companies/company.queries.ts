import type { IndexedQuery } from '../indexed-query';

/** Every index of `companies`; how one stands is asked of its `_id`. */
export const COMPANY_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'stopped companies whose contacts are not all stopped yet',
    keys: { status: 1 },
    options: { name: 'stopping', partialFilterExpression: { status: 'stopping' } },
    example: { filter: { status: 'stopping' } },
  },
];
