import { Schema } from 'mongoose';

/** Since when, by the server's clock, and why nothing leaves from an account, or from a bot. */
export interface Pause {
  readonly at: Date;
  readonly because: string;
}

export const pauseSchema = new Schema<Pause>(
  { at: { type: Date, required: true }, because: { type: String, required: true } },
  { _id: false },
);
