import type { Database } from '../database';
import { INDEXES } from '../prepare-database';

/** The indexes this database lacks, as `collection.name`. */
export async function missingIndexes(db: Database): Promise<string[]> {
  const missing: string[] = [];
  for (const [collection, queries] of Object.entries(INDEXES)) {
    const standing = await db.driver
      .collection(collection)
      .indexes()
      .catch(() => []);
    const names = new Set(standing.map(({ name }) => name));
    missing.push(...queries.flatMap(({ options: { name } }) => (names.has(name) ? [] : [`${collection}.${name}`])));
  }
  return missing;
}
