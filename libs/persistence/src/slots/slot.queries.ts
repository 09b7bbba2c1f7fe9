import type { IndexedQuery } from '../indexed-query';

/** Every index of `slots`, beside the query it serves. */
export const SLOT_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the booked slots of a product from a moment on, the earliest first',
    keys: { productId: 1, startsAt: 1 },
    options: { name: 'ofProduct' },
    example: { filter: { productId: 'p', startsAt: { $gte: new Date(0) } }, sort: { startsAt: 1 } },
  },
  {
    serves: 'the slots of one contact',
    keys: { contactId: 1 },
    options: { name: 'ofContact' },
    example: { filter: { contactId: { $in: ['c'] } } },
  },
];

/** Every index of `slot_cells`; which cells of a time are taken is asked of the `_id`. */
export const SLOT_CELL_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the cells a slot takes up',
    keys: { uid: 1 },
    options: { name: 'uid' },
    example: { filter: { uid: { $in: ['u'] } } },
  },
];
