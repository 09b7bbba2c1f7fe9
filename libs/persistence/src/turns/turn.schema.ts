import { Schema } from 'mongoose';
import type { ConversationEvent } from '@app/domain/event';
import type { Effect } from '@app/domain/effect';
import type { Memory } from '@app/domain/memory';
import type { Stage } from '@app/domain/stage';
import { COLLECTIONS } from '../collections';
import type { Traced } from '../tracing/trace';

/** One event and what was decided of it: the full history of why. Its `_id` is the event's id. */
export interface Turn extends Traced {
  readonly _id: string;
  readonly conversationId: string;
  readonly contactId: string;
  /** The revision the conversation had after the commit that holds it, and its place in that commit. */
  readonly revision: number;
  readonly place: number;
  readonly machineVersion: number;
  readonly at: Date;
  readonly event: ConversationEvent | Migrated;
  readonly decision: 'moved' | 'ignored' | 'migrated';
  /** Why an event was ignored. */
  readonly because: string | null;
  readonly stage: Stage;
  readonly effects: readonly Effect[];
}

/** No event of the statechart: a migration left the conversation like this, and a replay begins here. */
export interface Migrated {
  readonly type: 'migrated';
  readonly id: string;
  readonly at: Date;
  readonly snapshot: { readonly stage: Stage; readonly memory: Memory };
}

export const turnSchema = new Schema<Turn>(
  {
    _id: { type: String, required: true },
    conversationId: { type: String, required: true },
    contactId: { type: String, required: true },
    revision: { type: Number, required: true },
    place: { type: Number, required: true },
    machineVersion: { type: Number, required: true },
    at: { type: Date, required: true },
    event: { type: Schema.Types.Mixed, required: true },
    decision: { type: String, required: true },
    because: { type: String, default: null },
    stage: { type: String, required: true },
    effects: { type: [Schema.Types.Mixed], required: true } as never,
    trace: String,
  },
  { collection: COLLECTIONS.turns, versionKey: false, autoIndex: false, minimize: false },
);
