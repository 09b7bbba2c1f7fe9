import type { CreateIndexesOptions, Document, IndexSpecification, Sort } from 'mongodb';

/** An index and the query it was made for; a test proves by `explain()` that the query uses it. */
export interface IndexedQuery {
  readonly serves: string;
  readonly keys: IndexSpecification;
  readonly options: CreateIndexesOptions & { readonly name: string };
  readonly example: { readonly filter: Document; readonly sort?: Sort };
}
