import type { Document } from 'mongodb';
import type { CollectionName } from '../collections';
import { COLLECTIONS } from '../collections';
import { NOT_POSSIBLE, NOT_TAKEN } from '../commands/command.queries';
import { WAITING } from '../jobs/job.queries';
import { NOT_FILEABLE, NOT_FILED } from '../messages/message.queries';
import { NOT_SENDABLE } from '../outbox/outbox.queries';

/** What may wait in the system, each for another program or person. */
export type QueueName =
  | 'messages-to-file'
  | 'messages-to-take'
  | 'settlements-to-take'
  | 'openings-to-take'
  | 'timers-to-take'
  | 'commands-to-take'
  | 'letters-to-send'
  | 'drafts-to-approve'
  | 'jobs-to-do';

export interface Clocks {
  readonly business: Date;
  readonly server: Date;
}

/** How a queue is looked at, by an index that is there for its work already. */
export interface QueueQuery {
  readonly name: QueueName;
  readonly collection: CollectionName;
  readonly filter: (now: Clocks) => Document;
  /** Since when one of them waits, and by which clock. */
  readonly since: string;
  readonly clock: keyof Clocks;
}

/** An index is considered only where the query says something of its first field. */
const EVER = { $gte: new Date(0) };
const WAITS_FOR_A_TURN = { unhandledFor: { $gt: '' } };

export const QUEUES: readonly QueueQuery[] = [
  {
    name: 'messages-to-file',
    collection: COLLECTIONS.messages,
    filter: () => NOT_FILED,
    since: 'storedAt',
    clock: 'business',
  },
  {
    name: 'messages-to-take',
    collection: COLLECTIONS.messages,
    filter: () => WAITS_FOR_A_TURN,
    since: 'storedAt',
    clock: 'business',
  },
  {
    name: 'settlements-to-take',
    collection: COLLECTIONS.outbox,
    filter: () => WAITS_FOR_A_TURN,
    since: 'settledAt',
    clock: 'business',
  },
  {
    name: 'openings-to-take',
    collection: COLLECTIONS.conversations,
    filter: () => WAITS_FOR_A_TURN,
    since: 'createdAt',
    clock: 'business',
  },
  {
    name: 'timers-to-take',
    collection: COLLECTIONS.timers,
    filter: ({ business }) => ({ status: 'scheduled', dueAt: { $lte: business } }),
    since: 'dueAt',
    clock: 'business',
  },
  {
    name: 'commands-to-take',
    collection: COLLECTIONS.commands,
    filter: () => NOT_TAKEN,
    since: 'createdAt',
    clock: 'server',
  },
  {
    name: 'letters-to-send',
    collection: COLLECTIONS.outbox,
    filter: ({ business, server }) => ({
      status: 'queued',
      notBefore: { $lte: server },
      leavesFrom: { $lte: business },
    }),
    since: 'leavesFrom',
    clock: 'business',
  },
  {
    name: 'drafts-to-approve',
    collection: COLLECTIONS.outbox,
    filter: () => ({ status: 'draft', createdAt: EVER }),
    since: 'createdAt',
    clock: 'business',
  },
  {
    name: 'jobs-to-do',
    collection: COLLECTIONS.llmJobs,
    filter: () => ({ ...WAITING, priority: { $gte: 0 } }),
    since: 'pendingAt',
    clock: 'server',
  },
];

/** Letters on their way from each account, whether their time has come or not. */
export const LEAVING: Document = { status: 'queued', notBefore: EVER };

export function writtenSince(moment: Date): Document {
  return { createdAt: { $gte: moment } };
}

export const WITH_A_PERSON: Document = { closed: false, stage: 'handed-over' };

export const QUARANTINED: Document = { closed: false, quarantined: { $gt: '' }, createdAt: EVER };

/** What keeps failing besides conversations, which are listed by themselves. */
export const KEEPS_FAILING: readonly FailingQuery[] = [
  { what: 'message', collection: COLLECTIONS.messages, filter: NOT_FILEABLE },
  { what: 'letter', collection: COLLECTIONS.outbox, filter: NOT_SENDABLE },
  { what: 'command', collection: COLLECTIONS.commands, filter: NOT_POSSIBLE },
];

export interface FailingQuery {
  readonly what: 'message' | 'letter' | 'command';
  readonly collection: CollectionName;
  readonly filter: Document;
}

export function unmatchedSince(moment: Date): Document {
  return { state: 'unmatched', storedAt: { $gte: moment } };
}
