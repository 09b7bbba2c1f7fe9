import type { Document } from 'bson';
import type { Database } from '@app/persistence/database';
import { INDEXES } from '@app/persistence/prepare-database';

/** How the server would answer one hot query. */
export interface Explained {
  readonly query: string;
  /** The index it uses; null when it reads the whole collection. */
  readonly index: string | null;
  readonly documentsRead: number;
  readonly milliseconds: number;
}

/** Asks the server about every query that has an index of its own. */
export async function explainAll(db: Database): Promise<Explained[]> {
  const queries = Object.entries(INDEXES).flatMap(([collection, all]) =>
    all.map((query) => ({ collection, ...query })),
  );
  return Promise.all(
    queries.map(async ({ collection, serves, example }) => {
      const cursor = db.driver.collection(collection).find(example.filter).limit(100);
      const plan: Document = await (example.sort ? cursor.sort(example.sort) : cursor).explain('executionStats');
      const stats = plan['executionStats'] as { totalDocsExamined: number; executionTimeMillis: number };
      return {
        query: `${collection}: ${serves}`,
        index: /"indexName":"([^"]+)"/.exec(JSON.stringify(plan['queryPlanner']))?.[1] ?? null,
        documentsRead: stats.totalDocsExamined,
        milliseconds: stats.executionTimeMillis,
      };
    }),
  );
}
