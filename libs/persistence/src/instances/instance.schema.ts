import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** One running process. Alive while its heartbeat, in server time, is younger than 15 s. */
export interface Instance {
  readonly _id: string;
  readonly service: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  readonly heartbeatAt: Date;
  /** Ids of the sessions its transactions run in, in hex: one it leaves open would hold its documents for a minute. */
  readonly sessions: readonly string[];
  /** Unleased work older than 10 s that its safety sweeps found; 0 in a healthy system. */
  readonly sweepFinds: number;
}

export const instanceSchema = new Schema<Instance>(
  {
    _id: { type: String, required: true },
    service: { type: String, required: true },
    host: { type: String, required: true },
    pid: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    heartbeatAt: { type: Date, required: true },
    sessions: [String],
    sweepFinds: { type: Number, default: 0 },
  },
  { collection: COLLECTIONS.instances, versionKey: false, autoIndex: false },
);
