import type { CollectionName } from '../collections';
import type { CarriedFields } from './change';

/** What to watch: these collections by one stream of the whole database, or by a stream each. */
export interface Watched {
  readonly by: 'database' | 'collection';
  readonly collections: readonly CollectionName[];
  /** Of a collection named here, only changes that set one of these fields; of any other, every change. */
  readonly wakingFields?: WakingFields;
}

export type WakingFields = Readonly<Partial<Record<CollectionName, readonly (keyof CarriedFields)[]>>>;
