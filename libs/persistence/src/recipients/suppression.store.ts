import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { Suppression } from './recipient.schema';

/** The history of who must never be written to again. */
@Injectable()
export class SuppressionStore {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<Suppression | null> {
    return this.db.suppressions.findById(id).lean<Suppression>();
  }

  /** Ids of all of them, in pages. */
  async *ids(): AsyncIterable<string> {
    for await (const { _id } of this.db.suppressions.find({}, { _id: 1 }).lean().cursor()) yield _id;
  }
}
