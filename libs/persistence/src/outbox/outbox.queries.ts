import type { IndexedQuery } from '../indexed-query';

/** Letters to the operator are no part of the conversation they tell of. */
export const NO_NOTICE = { letters: { $ne: 'operator-notice' } } as const;

export const NOT_SENDABLE = { status: 'queued', quarantined: { $gt: '' } } as const;

/** Every index of `outbox`, beside the query it serves. */
export const OUTBOX_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'when the next postponed try is due',
    keys: { notBefore: 1 },
    options: { name: 'queued', partialFilterExpression: { status: 'queued' } },
    example: { filter: { status: 'queued', notBefore: { $gt: new Date(0) } }, sort: { notBefore: 1 } },
  },
  {
    serves: 'what an account has to hand over, the earliest first, and when the next may leave whose time has not come',
    keys: { accountId: 1, leavesFrom: 1, notBefore: 1 },
    options: { name: 'leavingAccount', partialFilterExpression: { status: 'queued' } },
    example: {
      filter: {
        $or: [{ accountId: { $in: ['a'] } }],
        status: 'queued',
        leavesFrom: { $lte: new Date(0) },
        notBefore: { $lte: new Date(0) },
      },
      sort: { leavesFrom: 1 },
    },
  },
  {
    serves: 'drafts that wait for the operator, the oldest first',
    keys: { createdAt: 1 },
    options: { name: 'drafts', partialFilterExpression: { status: 'draft' } },
    example: { filter: { status: 'draft' }, sort: { createdAt: 1 } },
  },
  {
    serves: 'what has been written, the newest first',
    keys: { createdAt: -1 },
    options: { name: 'newest' },
    example: { filter: { status: 'settled', productId: 'p' }, sort: { createdAt: -1 } },
  },
  {
    serves: 'leases that ran out before the claim',
    keys: { leaseUntil: 1 },
    options: { name: 'leased', partialFilterExpression: { status: 'leased' } },
    example: { filter: { status: 'leased' }, sort: { leaseUntil: 1 } },
  },
  {
    serves: 'leases that ran out after the claim: nobody knows whether these arrived',
    keys: { leaseUntil: 1, _id: 1 },
    options: { name: 'handingOver', partialFilterExpression: { status: 'handing-over' } },
    example: { filter: { status: 'handing-over' }, sort: { leaseUntil: 1 } },
  },
  {
    serves: 'letters that cannot be sent',
    keys: { quarantined: 1 },
    options: { name: 'quarantined', partialFilterExpression: { status: 'queued', quarantined: { $gt: '' } } },
    example: { filter: NOT_SENDABLE },
  },
  {
    serves: 'settlements a conversation has still to take',
    keys: { unhandledFor: 1 },
    options: { name: 'unhandledFor', partialFilterExpression: { unhandledFor: { $exists: true } } },
    example: { filter: { unhandledFor: 'c' } },
  },
  {
    serves: 'the letter a reply or a bounce names',
    keys: { messageId: 1 },
    // Not unique: messages of a chat have none until they are sent.
    options: { name: 'named' },
    example: { filter: { messageId: { $in: ['<a@b>'] } } },
  },
  {
    serves: 'the letter of which somebody answers one message of several',
    keys: { parts: 1 },
    options: { name: 'parts', partialFilterExpression: { parts: { $gt: '' } } },
    example: { filter: { parts: { $in: ['telegram:1:2'] } } },
  },
  {
    serves: 'the letters of one conversation, oldest first',
    keys: { conversationId: 1, createdAt: 1 },
    options: { name: 'ofConversation' },
    example: { filter: { conversationId: 'c' }, sort: { createdAt: 1 } },
  },
  {
    serves: 'what a stop cancels, and what is held while one may have been said',
    keys: { contactId: 1, status: 1 },
    options: { name: 'ofContact' },
    example: { filter: { contactId: 'c', status: { $in: ['draft', 'queued', 'held', 'leased'] } } },
  },
];
