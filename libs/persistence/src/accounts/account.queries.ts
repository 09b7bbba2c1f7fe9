import type { IndexedQuery } from '../indexed-query';

/** Every index of `mail_accounts`, beside the query it serves. */
export const ACCOUNT_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the accounts of a product',
    keys: { productId: 1 },
    options: { name: 'ofProduct' },
    example: { filter: { productId: 'p' } },
  },
  {
    serves: 'whether an address is one of ours',
    keys: { address: 1 },
    options: { name: 'address', unique: true },
    example: { filter: { address: 'a@b' } },
  },
];
