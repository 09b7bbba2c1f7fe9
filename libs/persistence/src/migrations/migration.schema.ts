import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** A migration this database has been through, by its numbered name. */
export interface MigrationRecord {
  readonly _id: string;
  /** Server time of the host that ran it. */
  readonly at: Date;
}

export const migrationSchema = new Schema<MigrationRecord>(
  { _id: { type: String, required: true }, at: { type: Date, required: true } },
  { collection: COLLECTIONS.migrations, versionKey: false, autoIndex: false },
);
