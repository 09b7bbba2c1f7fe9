import type { IndexedQuery } from '../indexed-query';

/** Every index of `access_codes`, beside the query it serves. */
export const ACCESS_CODE_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the codes of a product that are free',
    keys: { productId: 1, _id: 1 },
    options: { name: 'free', partialFilterExpression: { contactId: null } },
    example: { filter: { productId: 'p', contactId: null }, sort: { _id: 1 } },
  },
  {
    serves: 'the code a contact has: never two',
    keys: { contactId: 1, productId: 1 },
    options: { name: 'ofContact', unique: true, partialFilterExpression: { contactId: { $gt: '' } } },
    example: { filter: { contactId: 'c', productId: 'p' } },
  },
];
