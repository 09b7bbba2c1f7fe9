import type {
  BulkWriteOptions,
  ClientSession,
  Collection,
  Filter,
  OptionalUnlessRequiredId,
  UpdateFilter,
} from 'mongodb';

/** Inserts documents in the caller's transaction, in one round trip. */
export async function insertAll<T extends { readonly _id: string }>(
  into: Collection<T>,
  documents: readonly T[],
  session: ClientSession,
): Promise<void> {
  const made = documents as readonly OptionalUnlessRequiredId<T>[];
  const [first, ...others] = made;
  if (first === undefined) return;
  // A bulk write measures each document before it writes it; most often there is but one.
  if (others.length === 0) await into.insertOne(first, { session });
  else await into.insertMany(made, { session });
}

export interface Update<T> {
  readonly filter: Filter<T>;
  readonly update: UpdateFilter<T>;
}

/** Updates one document for each, in one round trip. False when one of them was not found. */
export async function updateEach<T extends { readonly _id: string }>(
  collection: Collection<T>,
  updates: readonly Update<T>[],
  options: BulkWriteOptions,
): Promise<boolean> {
  const [first, ...others] = updates;
  if (first === undefined) return true;
  if (others.length === 0) {
    return (await collection.updateOne(first.filter, first.update, options)).matchedCount === 1;
  }
  const operations = updates.map(({ filter, update }) => ({ updateOne: { filter, update } }));
  return (await collection.bulkWrite(operations, options)).matchedCount === updates.length;
}
