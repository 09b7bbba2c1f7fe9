import { Schema } from 'mongoose';
import type { Channel } from '@app/domain/channel';
import type { DeliveryOutcome } from '@app/domain/delivery';
import type { Letter } from '@app/domain/letter';
import type { LocalCalendar } from '@app/domain/rules';
import type { CheckName } from '@app/domain/account-check';
import { COLLECTIONS } from '../collections';
import type { Traced } from '../tracing/trace';

/**
 * While a message may be a stop, what has not begun to leave is `held`, and what it was before in `heldAs`.
 * (draft →) queued → leased → handing-over → settled; `retry` goes back to queued.
 * A lease that ends before `handing-over` makes it queued again; after, it is settled as `uncertain`.
 */
export type OutboxStatus = 'draft' | 'queued' | 'held' | 'leased' | 'handing-over' | 'settled' | 'cancelled';

/** One message to one recipient. Its `_id` is the effect's key, so an effect stored twice is one message. */
export interface OutboxMessage extends Traced {
  readonly _id: string;
  readonly channel: Channel;
  /** The mail account, or `telegram:<bot id>`. */
  readonly accountId: string;
  readonly productId: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly letters: readonly Letter[];
  /** Who signs; the address is the account's. */
  readonly fromName: string;
  /** Where it is handed over: the e-mail address, or the id of the chat. */
  readonly to: string;
  /** Whose guard the claim takes: for a mail what `to` is, else `telegram:<user id>`. */
  readonly recipient: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What only a chat has; null for a mail. */
  readonly chat: ChatContent | null;
  /** The sentences a model wrote, and the passages of the product each rests on; none where it wrote nothing. */
  readonly rests: readonly { readonly sentence: string; readonly passages: readonly string[] }[];
  /** The contact's message that this answers, as a mail client quotes it; null when it answers none. */
  readonly quote: { readonly text: string; readonly html: string } | null;
  /** Calendar parts (RFC 5545), each an attachment of its own. */
  readonly invitations: readonly {
    readonly name: string;
    readonly method: 'REQUEST' | 'CANCEL';
    readonly content: string;
  }[];
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly sha256: string }[];
  /**
   * Of a mail in angle brackets; 128 random bits, stored before the first attempt and the same in every one. Of a chat
   * the id Telegram gave, `telegram:<chat id>:<message id>`; '' until it was sent.
   */
  readonly messageId: string;
  /** Of a chat: the ids of all messages it was split into, so far; what is left is sent after them. Of a mail empty. */
  readonly parts: readonly string[];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Goes into a plus-address where the account has one. */
  readonly token: string;
  /** The suppression this letter may pass, once; null for all but `stop-confirmed`. */
  readonly passes: string | null;
  /** When it may leave; null for an answer to a living dialogue, which may leave at any time. */
  readonly window: LocalCalendar | null;
  /** What it counts against; null for what we do not initiate. `domain` is '' for a mail provider's. */
  readonly caps: { readonly accountPerDay: number; readonly domainPerDay: number; readonly domain: string } | null;
  /** It does not leave while one of these checks of its account is not right. */
  readonly requiredChecks: readonly CheckName[];
  /** Business time. */
  readonly createdAt: Date;
  /** Business time before which it does not leave: its window is closed, or its quota used up. */
  readonly leavesFrom: Date;
  readonly status: OutboxStatus;
  /** What a held letter becomes when it is let go; null for every other. */
  readonly heldAs: 'draft' | 'queued' | null;
  /** Server time before which it is not tried again. */
  readonly notBefore: Date;
  /** Counts the leases; a gateway's claim and settlement name the one they hold. */
  readonly leaseNumber: number;
  readonly leasedBy: string | null;
  readonly leaseUntil: Date | null;
  readonly claimId: string | null;
  /** How often it was repeated because nobody knew whether it had arrived. */
  readonly repeats: number;
  readonly attempts: readonly DeliveryAttempt[];
  readonly outcome: Exclude<DeliveryOutcome, 'retry'> | null;
  readonly rejectedFor: 'address' | 'content' | null;
  /** Business time of the settlement. */
  readonly settledAt: Date | null;
  /** The conversation that has still to learn of the settlement; absent before it and once handled. */
  readonly unhandledFor?: string;
  /** While `queued`: why it could not be sent, without any server's fault; that is tried on, ever more rarely. */
  readonly quarantined?: string;
}

/** What a message in a chat has beside its words, which are plain: whoever hands it over splits and escapes them. */
export interface ChatContent {
  /** The Business connection in whose name it is written; null for the bot's own. */
  readonly businessConnectionId: string | null;
  /** Rows of buttons; `action` is at most 64 bytes and comes back when one is pressed. */
  readonly buttons: readonly (readonly ChatButton[])[];
  /** The `messageId` it answers; null when it answers none. */
  readonly replyTo: string | null;
}

export interface ChatButton {
  readonly label: string;
  readonly action: string;
}

export interface DeliveryAttempt {
  /** Server time of the host that tried. */
  readonly at: Date;
  readonly outcome: DeliveryOutcome;
  /** SMTP reply code; null when the server gave none. */
  readonly code: number | null;
  /** How far the letter came; null when no server was asked. */
  readonly phase: SmtpPhase | null;
  /** The server's own words, else what became of the connection. */
  readonly said: string;
}

/**
 * What was being done when an attempt ended (RFC 5321): connecting; all from there to the login, TLS included; the
 * login; the commands MAIL, RCPT and DATA; the content, its final dot and the answer to that.
 */
export const SMTP_PHASES = ['connect', 'greeting', 'auth', 'mail', 'rcpt', 'data', 'content'] as const;

export type SmtpPhase = (typeof SMTP_PHASES)[number];

/** What can still be taken back: no gateway has begun to hand it over. */
export const NOT_BEGUN: OutboxStatus[] = ['draft', 'queued', 'held', 'leased'];

/** How a letter begins its way out: queued, due at once, tried by nobody. */
export const NOT_TRIED_YET = {
  status: 'queued',
  heldAs: null,
  notBefore: new Date(0),
  leaseNumber: 0,
  leasedBy: null,
  leaseUntil: null,
  claimId: null,
  parts: [],
  repeats: 0,
  attempts: [],
  outcome: null,
  rejectedFor: null,
  settledAt: null,
} as const satisfies Partial<OutboxMessage>;

export const outboxSchema = new Schema<OutboxMessage>(
  {
    _id: { type: String, required: true },
    channel: { type: String, required: true },
    accountId: { type: String, required: true },
    productId: { type: String, required: true },
    contactId: { type: String, required: true },
    conversationId: { type: String, required: true },
    letters: { type: [String], required: true },
    fromName: { type: String, default: '' },
    to: { type: String, required: true },
    recipient: { type: String, required: true },
    toName: { type: String, default: '' },
    subject: { type: String, default: '' },
    text: { type: String, required: true },
    html: { type: String, default: '' },
    chat: { type: Schema.Types.Mixed, default: null },
    rests: { type: [{ _id: false, sentence: String, passages: [String] }], required: true },
    quote: { type: Schema.Types.Mixed, default: null },
    invitations: { type: [{ _id: false, name: String, method: { type: String }, content: String }], required: true },
    attachments: { type: [{ _id: false, name: String, contentType: String, sha256: String }], required: true },
    messageId: { type: String, default: '' },
    parts: { type: [String], required: true },
    inReplyTo: { type: String, default: null },
    references: { type: [String], required: true },
    token: { type: String, required: true },
    passes: { type: String, default: null },
    window: { type: Schema.Types.Mixed, default: null },
    caps: { type: Schema.Types.Mixed, default: null },
    requiredChecks: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    leavesFrom: { type: Date, required: true },
    status: { type: String, required: true },
    heldAs: { type: String, default: null },
    notBefore: { type: Date, required: true },
    leaseNumber: { type: Number, required: true },
    leasedBy: { type: String, default: null },
    leaseUntil: { type: Date, default: null },
    claimId: { type: String, default: null },
    repeats: { type: Number, required: true },
    attempts: {
      type: [{ _id: false, at: Date, outcome: String, code: Number, phase: String, said: String }],
      required: true,
    },
    outcome: { type: String, default: null },
    rejectedFor: { type: String, default: null },
    settledAt: { type: Date, default: null },
    unhandledFor: String,
    quarantined: String,
    trace: String,
  },
  { collection: COLLECTIONS.outbox, versionKey: false, autoIndex: false },
);
