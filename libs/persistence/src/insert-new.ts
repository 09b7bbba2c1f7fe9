import { MongoBulkWriteError, type Collection, type OptionalUnlessRequiredId } from 'mongodb';
import { isDuplicateKey } from './duplicate-key';

/** Inserts documents in their order, in one round trip unless some are there already: these stay. The ids of the others. */
export async function insertNew<T extends { readonly _id: string }>(
  collection: Collection<T>,
  documents: readonly T[],
): Promise<ReadonlySet<string>> {
  const inserted = new Set<string>();
  for (let left = documents; left.length > 0;) {
    const standing = await insertUpToStanding(collection, left);
    for (const { _id } of left.slice(0, standing)) inserted.add(_id);
    left = left.slice(standing + 1);
  }
  return inserted;
}

/** How many were inserted before one that stands already. */
async function insertUpToStanding<T extends { readonly _id: string }>(
  collection: Collection<T>,
  documents: readonly T[],
): Promise<number> {
  try {
    await collection.insertMany(documents as readonly OptionalUnlessRequiredId<T>[]);
    return documents.length;
  } catch (error) {
    if (error instanceof MongoBulkWriteError && isDuplicateKey(error)) return error.insertedCount;
    throw error;
  }
}
