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
  {
    serves: 'every contact, newest first',
    keys: { createdAt: -1 },
    options: { name: 'newest' },
    example: { filter: {}, sort: { createdAt: -1 } },
  },
  {
    serves: 'the contacts of one company',
    keys: { companyDomain: 1, productId: 1 },
    options: { name: 'ofCompany', partialFilterExpression: { companyDomain: { $gt: '' } } },
    example: { filter: { companyDomain: 'a.b', productId: 'p' } },
  },
  {
    serves: 'whom a contact pointed us to',
    keys: { referredBy: 1 },
    options: { name: 'referredBy', partialFilterExpression: { referredBy: { $gt: '' } } },
    example: { filter: { referredBy: 'c' } },
  },
  {
    serves: 'whose chats with a bot are closed to us',
    keys: { 'telegram.accountId': 1 },
    options: { name: 'closedChats', partialFilterExpression: { 'telegram.unreachable': true } },
    example: { filter: { 'telegram.accountId': 'telegram:1', 'telegram.unreachable': true } },
  },
];
