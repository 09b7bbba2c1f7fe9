import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';

/** A message that was removed with its sender, as a keyed hash of its `_id`: it is never stored again. */
export interface ErasedMessage {
  readonly _id: string;
}

export const erasedMessageSchema = new Schema<ErasedMessage>(
  { _id: { type: String, required: true } },
  { collection: COLLECTIONS.erasedMessages, versionKey: false, autoIndex: false },
);
