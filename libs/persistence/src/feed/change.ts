import type { CollectionName } from '../collections';

/** A hint that a document changed: its name, and the few fields that say whom it concerns. The truth is the document. */
export interface Change {
  readonly collection: CollectionName;
  readonly operation: 'insert' | 'update' | 'replace' | 'delete';
  readonly id: string;
  /** Of the fields the feed carries, those this change set. */
  readonly set: CarriedFields;
}

/** The fields that wake somebody. A change carries nothing else, least of all a text or an address. */
export interface CarriedFields {
  readonly unhandledFor?: string;
  readonly status?: string;
  readonly state?: string;
  readonly dueAt?: Date;
  readonly leavesFrom?: Date;
  readonly aheadMs?: number;
  readonly channel?: string;
  readonly pendingAt?: Date;
}

export const CARRIED_FIELDS = [
  'unhandledFor',
  'status',
  'state',
  'dueAt',
  'leavesFrom',
  'aheadMs',
  'channel',
  'pendingAt',
] as const satisfies readonly (keyof CarriedFields)[];
