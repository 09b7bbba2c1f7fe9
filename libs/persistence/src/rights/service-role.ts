import type { CollectionName } from '../collections';

/** The programs that log in to MongoDB, each as a user of its own. */
export const SERVICES = ['sales-brain', 'mail-gateway', 'tg-gateway', 'llm-host', 'cli'] as const;

export type ServiceName = (typeof SERVICES)[number];

/** What a user may do, in MongoDB's own words (its privilege actions). */
export type Action =
  | 'find'
  | 'insert'
  | 'update'
  | 'remove'
  | 'changeStream'
  | 'createCollection'
  | 'createIndex'
  | 'dropIndex'
  | 'listCollections'
  | 'listIndexes'
  | 'dbStats'
  | 'viewUser'
  | 'viewRole';

/** A collection; GridFS makes two of the bucket `files`. */
export type Guarded = CollectionName | 'files.files' | 'files.chunks';

/** What a service may do in the installation's database, and nothing else. */
export interface ServiceRole {
  /** The role's name in MongoDB. */
  readonly name: string;
  /** On the database as a whole, and so on each of its collections. */
  readonly everywhere: readonly Action[];
  /** Besides, on one collection. */
  readonly collections: Readonly<Partial<Record<Guarded, readonly Action[]>>>;
  /** Whether it may see how the server is: its replica set and its oplog. */
  readonly monitors: boolean;
}
