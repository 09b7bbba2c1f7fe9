import type { IndexedQuery } from '../indexed-query';

/** Every index of `telegram_links`, beside the query it serves. */
export const LINK_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the links a contact was given',
    keys: { contactId: 1 },
    options: { name: 'ofContact' },
    example: { filter: { contactId: 'c' } },
  },
];
