import type { IndexedQuery } from '../indexed-query';

/** A job that no host has. */
export const WAITING = { status: 'pending', leaseUntil: null } as const;

/** A job that a host has, or had when it died. */
export const LEASED = { status: 'pending', leaseUntil: { $gt: new Date(0) } } as const;

/** Interactive before bulk, then each flow's next, then the one that waits longest. */
export const CLAIM_ORDER = { priority: 1, round: 1, pendingAt: 1 } as const;

/** A flow's last first. The flow is named, though it is the same in all, so that no other index gives this order. */
export const FLOW_ORDER = { flow: 1, priority: 1, round: -1 } as const;

/** So long a job is kept after it was last put into the queue, whatever became of it. */
const KEPT_FOR_SECONDS = 7 * 86_400;

/** Every index of `llm_jobs`, beside the query it serves. A settled job is only in the one that removes it. */
export const JOB_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'the jobs to claim next',
    keys: CLAIM_ORDER,
    options: { name: 'waiting', partialFilterExpression: WAITING },
    example: { filter: WAITING, sort: CLAIM_ORDER },
  },
  {
    serves: 'the round the last job of a flow waits in',
    keys: FLOW_ORDER,
    options: { name: 'flow', partialFilterExpression: WAITING },
    example: { filter: { ...WAITING, flow: 'f', priority: 0 }, sort: FLOW_ORDER },
  },
  {
    serves: 'the leases that ran out, and the next that will',
    keys: { leaseUntil: 1 },
    options: { name: 'leased', partialFilterExpression: LEASED },
    example: { filter: LEASED, sort: { leaseUntil: 1 } },
  },
  {
    serves: 'the jobs nobody needs any more, which the server removes',
    keys: { pendingAt: 1 },
    options: { name: 'kept', expireAfterSeconds: KEPT_FOR_SECONDS },
    example: { filter: { pendingAt: { $lt: new Date(0) } }, sort: { pendingAt: 1 } },
  },
];
