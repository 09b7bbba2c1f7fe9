import type { Database } from '../database';

/** One change of the documents' form. `run` may be broken off, run again, and run by two processes at the same time. */
export interface Migration {
  /** Its number, and what it is about. */
  readonly name: string;
  readonly run: (db: Database) => Promise<void>;
}
