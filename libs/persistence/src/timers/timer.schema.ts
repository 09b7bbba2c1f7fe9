import { Schema } from 'mongoose';
import type { TimerName } from '@app/domain/event';
import { COLLECTIONS } from '../collections';

/** A moment in business time at which a conversation wants to be woken. Its `_id` is the effect's key. */
export interface Timer {
  readonly _id: string;
  readonly conversationId: string;
  readonly timer: TimerName;
  readonly dueAt: Date;
  readonly status: 'scheduled' | 'fired' | 'cancelled';
}

export const timerSchema = new Schema<Timer>(
  {
    _id: { type: String, required: true },
    conversationId: { type: String, required: true },
    timer: { type: String, required: true },
    dueAt: { type: Date, required: true },
    status: { type: String, required: true },
  },
  { collection: COLLECTIONS.timers, versionKey: false, autoIndex: false },
);
