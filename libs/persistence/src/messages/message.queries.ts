import type { IndexedQuery } from '../indexed-query';

export const NOT_FILED = { state: 'new' } as const;

export const NOT_FILEABLE = { ...NOT_FILED, quarantined: { $gt: '' } } as const;

/** Every index of `messages`, beside the query it serves. */
export const MESSAGE_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'what no conversation has been found for yet',
    keys: { state: 1 },
    options: { name: 'notFiled', partialFilterExpression: { state: 'new' } },
    example: { filter: NOT_FILED },
  },
  {
    serves: 'what cannot be filed',
    keys: { quarantined: 1 },
    options: { name: 'quarantined', partialFilterExpression: { state: 'new', quarantined: { $gt: '' } } },
    example: { filter: NOT_FILEABLE },
  },
  {
    serves: 'what a conversation has still to take, and which conversations have something to take',
    keys: { unhandledFor: 1 },
    options: { name: 'unhandledFor', partialFilterExpression: { unhandledFor: { $exists: true } } },
    example: { filter: { unhandledFor: 'c' } },
  },
  {
    serves: 'the messages of one conversation, oldest first',
    keys: { conversationId: 1, storedAt: 1, order: 1 },
    options: { name: 'ofConversation' },
    example: { filter: { conversationId: 'c' }, sort: { storedAt: 1, order: 1 } },
  },
  {
    serves: 'what matched nothing, newest first',
    keys: { storedAt: -1 },
    options: { name: 'unmatched', partialFilterExpression: { state: 'unmatched' } },
    example: { filter: { state: 'unmatched' }, sort: { storedAt: -1 } },
  },
  {
    serves: 'the message a mail written by hand answers',
    keys: { messageId: 1 },
    options: { name: 'messageId' },
    example: { filter: { messageId: { $in: ['<a@b>'] } } },
  },
  {
    serves: 'what a person wrote, wherever it was filed, and what of it is still to be filed',
    keys: { from: 1, state: 1, storedAt: 1 },
    options: { name: 'from' },
    example: { filter: { from: 'a@b', state: 'new' } },
  },
  {
    serves: 'when a bot heard of something last',
    keys: { accountId: 1, storedAt: -1 },
    options: { name: 'lastHeard', partialFilterExpression: { channel: 'telegram' } },
    example: { filter: { channel: 'telegram', accountId: 'telegram:1' }, sort: { storedAt: -1 } },
  },
];
