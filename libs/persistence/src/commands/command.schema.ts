import { Schema } from 'mongoose';
import type { Language } from '@app/domain/language';
import { COLLECTIONS } from '../collections';

/** What the operator wants of a conversation. The CLI stores it, a brain carries it out. */
export type CommandBody =
  | { readonly type: 'addContact'; readonly contact: NewContact }
  | { readonly type: 'restartContact'; readonly contactId: string }
  | { readonly type: 'stopContact'; readonly contactId: string }
  /** The brain's own: somebody of the contact's company said stop, and the product stops companies. */
  | { readonly type: 'stopWithCompany'; readonly contactId: string }
  | { readonly type: 'replyToContact'; readonly contactId: string; readonly text: string }
  | { readonly type: 'releaseContact'; readonly contactId: string }
  | { readonly type: 'takeContact'; readonly contactId: string }
  | { readonly type: 'resumeContact'; readonly contactId: string; readonly reason: string }
  | { readonly type: 'noteContact'; readonly contactId: string; readonly text: string }
  | { readonly type: 'eraseContact'; readonly contactId: string }
  | { readonly type: 'approveDraft'; readonly outboxId: string; readonly text?: string }
  | { readonly type: 'rejectDraft'; readonly outboxId: string; readonly because: string }
  | { readonly type: 'cancelLetter'; readonly outboxId: string }
  | { readonly type: 'retryLetter'; readonly outboxId: string }
  /** Addresses that no contact needs to have: a list of another system, or a colleague's word. */
  | { readonly type: 'suppressAddress'; readonly address: string }
  | { readonly type: 'liftAddress'; readonly address: string; readonly reason: string };

export interface NewContact {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly company: string;
  /** As `@app/domain/address` writes it. */
  readonly address: string;
  readonly language: Language;
  readonly timeZone: string | null;
  readonly interests: readonly string[];
  readonly consent: { readonly source: string; readonly ground: string };
}

export interface Command {
  readonly _id: string;
  readonly body: CommandBody;
  readonly status: 'pending' | 'done' | 'refused';
  /** For a refusal: one sentence that says what to do. */
  readonly because: string | null;
  /** Server time of the host that stored it. */
  readonly createdAt: Date;
  /** The conversation that has still to take it. */
  readonly unhandledFor?: string;
  /** While `pending`: why it cannot be carried out; that is tried on, ever more rarely. */
  readonly quarantined?: string;
}

export const commandSchema = new Schema<Command>(
  {
    _id: { type: String, required: true },
    body: { type: Schema.Types.Mixed, required: true },
    status: { type: String, required: true },
    because: { type: String, default: null },
    createdAt: { type: Date, required: true },
    unhandledFor: String,
    quarantined: String,
  },
  { collection: COLLECTIONS.commands, versionKey: false, autoIndex: false, minimize: false },
);
