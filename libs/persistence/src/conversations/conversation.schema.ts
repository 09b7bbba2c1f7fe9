import { Schema } from 'mongoose';
import { EMPTY_MEMORY, type Memory } from '@app/domain/memory';
import type { Stage } from '@app/domain/stage';
import { COLLECTIONS } from '../collections';

/** Small: what the next decision needs. The history is in `turns`. */
export interface ConversationDocument {
  readonly _id: string;
  readonly contactId: string;
  readonly productId: string;
  readonly stage: Stage;
  readonly memory: Memory;
  /** Raised by every commit; a commit matches it. */
  readonly revision: number;
  readonly machineVersion: number;
  /** Ten characters of base32, random: finds the conversation when a mail lost its thread headers. */
  readonly token: string;
  readonly thread: MailThread;
  /** Closed by a restart: the contact has another one now. */
  readonly closed: boolean;
  /** How it began; its `unhandledFor` is set until the opening turn is taken. */
  readonly opening: { readonly eventId: string; readonly at: Date; readonly referredBy: string | null };
  /** Its own id until the opening turn is taken. */
  readonly unhandledFor?: string;
  /** The job it waits for, as the hosts know it; absent while it waits for none. */
  readonly askedJob?: string;
  readonly createdAt: Date;
  readonly lease: { readonly by: string; readonly until: Date } | null;
  /** Raised by every lease: the fence a commit matches. */
  readonly epoch: number;
  /** Why its events keep failing; they are tried on, ever more rarely. */
  readonly quarantined: string | null;
}

/** Where the next mail hangs itself on. */
export interface MailThread {
  readonly subject: string;
  /** Message-ID of the latest mail, either way; '' before the first. */
  readonly last: string;
  readonly references: readonly string[];
}

const threadSchema = new Schema<MailThread>(
  { subject: { type: String, default: '' }, last: { type: String, default: '' }, references: [String] },
  { _id: false },
);

const openingSchema = new Schema<ConversationDocument['opening']>(
  {
    eventId: { type: String, required: true },
    at: { type: Date, required: true },
    referredBy: { type: String, default: null },
  },
  { _id: false },
);

const leaseSchema = new Schema<NonNullable<ConversationDocument['lease']>>(
  { by: { type: String, required: true }, until: { type: Date, required: true } },
  { _id: false },
);

export const conversationSchema = new Schema<ConversationDocument>(
  {
    _id: { type: String, required: true },
    contactId: { type: String, required: true },
    productId: { type: String, required: true },
    stage: { type: String, required: true },
    memory: { type: Schema.Types.Mixed, default: EMPTY_MEMORY },
    revision: { type: Number, required: true },
    machineVersion: { type: Number, required: true },
    token: { type: String, required: true },
    thread: { type: threadSchema, required: true },
    closed: { type: Boolean, default: false },
    opening: { type: openingSchema, required: true },
    unhandledFor: String,
    askedJob: String,
    createdAt: { type: Date, required: true },
    lease: { type: leaseSchema, default: null },
    epoch: { type: Number, required: true },
    quarantined: { type: String, default: null },
  },
  { collection: COLLECTIONS.conversations, versionKey: false, autoIndex: false, minimize: false },
);
