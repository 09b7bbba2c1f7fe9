import type { IndexedQuery } from '../indexed-query';

/** Every index of `suppressions`, beside the query it serves. */
export const SUPPRESSION_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the ledger, the newest first',
    keys: { at: -1 },
    options: { name: 'newest' },
    example: { filter: {}, sort: { at: -1 } },
  },
  {
    serves: 'what the ledger says of an address',
    keys: { recipientIds: 1 },
    options: { name: 'ofRecipient' },
    example: { filter: { recipientIds: { $in: ['r'] } } },
  },
  {
    serves: 'what the ledger says of a contact',
    keys: { contactId: 1 },
    options: { name: 'ofContact', partialFilterExpression: { contactId: { $gt: '' } } },
    example: { filter: { contactId: 'c' } },
  },
];
