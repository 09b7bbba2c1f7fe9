import type { IndexedQuery } from '../indexed-query';

/** Every index of `contacts`, beside the query it serves. */
export const CONTACT_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the contact an address belongs to',
    keys: { addresses: 1, productId: 1 },
    options: { name: 'address' },
    example: { filter: { addresses: 'a@b' } },
  },
  {
    serves: 'the contacts of a product, newest first',
    keys: { productId: 1, createdAt: -1 },
    options: { name: 'ofProduct' },
    example: { filter: { productId: 'p' }, sort: { createdAt: -1 } },
  },
];
