import type { Filter, FindCursor, WithId } from 'mongodb';
import type { Database } from '../database';
import type { StoredDocument } from './stored-document';

/** Documents as they stand; a GPU host may have stored bytes that are no text, and nobody's erasure may fail for that. */
export function readDocuments(
  db: Database,
  collection: string,
  filter: Filter<StoredDocument>,
): FindCursor<WithId<StoredDocument>> {
  return db.driver.collection<StoredDocument>(collection).find(filter, { enableUtf8Validation: false });
}
