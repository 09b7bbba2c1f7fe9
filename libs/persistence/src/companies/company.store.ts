import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { Company } from './company.schema';

/** The companies that somebody asked us to leave alone. */
@Injectable()
export class CompanyStore {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<Company | null> {
    return this.db.companies.findById(id).lean<Company>();
  }

  /** Ids of the companies whose contacts are still to be stopped, one by one. */
  async *stopping(): AsyncIterable<string> {
    const filter = { status: 'stopping' } as const;
    for await (const { _id } of this.db.companies.find(filter, { _id: 1 }).lean().cursor()) yield _id;
  }

  /** Its contacts are stopped, or have a command each that will: unless another stop came meanwhile. */
  async stopped(id: string, suppressionId: string): Promise<void> {
    await this.db.companies.updateOne({ _id: id, status: 'stopping', suppressionId }, { $set: { status: 'stopped' } });
  }
}
