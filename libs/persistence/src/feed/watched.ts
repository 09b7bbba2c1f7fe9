import type { CollectionName } from '../collections';
import type { CarriedFields } from './change';

/** What to watch: these collections by one stream of the whole database, or by a stream each. */
export interface Watched {
  readonly by: 'database' | 'collection';
  readonly collections: readonly CollectionName[];
  /** Of a collection named here, only changes that set a field to a value that wakes; of any other, every change. */
  readonly waking?: Waking;
}

/** For each field, the values that wake somebody. */
export type Waking = Readonly<
  Partial<Record<CollectionName, Readonly<Partial<Record<keyof CarriedFields, readonly string[] | 'any'>>>>>
>;
