import type { IndexedQuery } from '../indexed-query';

export const NOT_TAKEN = { status: 'pending', unhandledFor: { $exists: false } } as const;

export const NOT_POSSIBLE = { status: 'pending', quarantined: { $gt: '' } } as const;

/** Every index of `commands`, beside the query it serves. */
export const COMMAND_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'commands nobody has looked at yet',
    keys: { status: 1 },
    options: { name: 'pending', partialFilterExpression: { status: 'pending' } },
    example: { filter: NOT_TAKEN },
  },
  {
    serves: 'commands a conversation has still to take',
    keys: { unhandledFor: 1 },
    options: { name: 'unhandledFor', partialFilterExpression: { unhandledFor: { $exists: true } } },
    example: { filter: { unhandledFor: 'c' } },
  },
];
