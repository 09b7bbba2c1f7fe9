import { Schema } from 'mongoose';
import type { Channel } from '@app/domain/channel';
import type { ChatFacts } from '@app/domain/chat-facts';
import type { MachineFacts } from '@app/domain/machine-facts';
import { COLLECTIONS } from '../collections';
import type { Traced } from '../tracing/trace';

/** One message that came in, stored once. Which conversation it belongs to is the brain's decision. */
export interface InboundMessage extends Traced {
  /** Channel, account and external id: the same message stored again is a duplicate key. */
  readonly _id: string;
  readonly channel: Channel;
  readonly accountId: string;
  /** The message's identity whatever mailbox it came to: the same mail in two of ours is one turn. */
  readonly externalId: string;
  /**
   * `operator`: found in the Sent folder, written by hand past us. `unsubscribe`: the contact pressed the button of
   * the mail client (RFC 8058); `threadIds` names the letter that carried it. `chat`: something happened in a chat
   * without words, as `chat` tells.
   */
  readonly kind:
    | 'operator'
    | 'unsubscribe'
    | 'human'
    | 'auto_reply'
    | 'bounce_hard'
    | 'bounce_soft'
    | 'list'
    | 'receipt'
    | 'calendar'
    | 'chat';
  /** What a machine's mail tells. */
  readonly facts: MachineFacts;
  /** What the chat tells beside the words; null for a mail. */
  readonly chat: ChatFacts | null;
  /** Lower case; of a chat `telegram:<user id>`; '' when the message names no sender. */
  readonly from: string;
  readonly fromName: string;
  /** Lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** The sender's own words; what was taken off stands beside them. */
  readonly text: string;
  readonly quotedText: string;
  readonly signature: string;
  /** The RFC 5322 Message-ID in angle brackets; of a chat `telegram:<chat id>:<message id>`; '' where there is none. */
  readonly messageId: string;
  /** The `messageId`s this message answers or returns, nearest first. */
  readonly threadIds: readonly string[];
  /** Conversation tokens found in its addresses and subject. */
  readonly tokens: readonly string[];
  readonly attachments: readonly StoredAttachment[];
  /** When the sender says it was sent. */
  readonly sentAt: Date | null;
  /** Business time at storing, then `order` (the mailbox's UID, the update's id): the order in which messages are taken. */
  readonly storedAt: Date;
  readonly order: number;
  /** Why the parser could not take it; the raw mail stands in `raw` then. */
  readonly unreadable: string | null;
  readonly raw: Uint8Array | null;
  /** `new`: not filed yet. `unmatched`: belongs to no conversation; kept, and answered by nobody. */
  readonly state: 'new' | 'filed' | 'unmatched';
  readonly conversationId: string | null;
  readonly matchedBy: 'thread' | 'token' | 'sender' | 'recipient' | null;
  /** Whether the sender's address is the contact's. */
  readonly senderKnown: boolean;
  /** The conversation that has still to take it; absent once handled. */
  readonly unhandledFor?: string;
  /** While `new`: why it cannot be filed; that is tried on, ever more rarely. */
  readonly quarantined?: string;
}

/** A file that came with a message. What it is, is sniffed from its content; nothing of it is ever executed. */
export interface StoredAttachment {
  readonly name: string;
  /** As its content shows; as the mail declares it where the content shows nothing. */
  readonly contentType: string;
  readonly size: number;
  /** Hex SHA-256 of the content in GridFS; null when it was not kept. */
  readonly sha256: string | null;
}

export const messageSchema = new Schema<InboundMessage>(
  {
    _id: { type: String, required: true },
    channel: { type: String, required: true },
    accountId: { type: String, required: true },
    externalId: { type: String, required: true },
    kind: { type: String, required: true },
    facts: { type: Schema.Types.Mixed, required: true },
    chat: { type: Schema.Types.Mixed, default: null },
    from: { type: String, default: '' },
    fromName: { type: String, default: '' },
    to: { type: [String], required: true },
    subject: { type: String, default: '' },
    text: { type: String, default: '' },
    quotedText: { type: String, default: '' },
    signature: { type: String, default: '' },
    messageId: { type: String, default: '' },
    threadIds: { type: [String], required: true },
    tokens: { type: [String], required: true },
    attachments: {
      type: [{ _id: false, name: String, contentType: String, size: Number, sha256: String }],
      required: true,
    },
    sentAt: { type: Date, default: null },
    storedAt: { type: Date, required: true },
    order: { type: Number, required: true },
    unreadable: { type: String, default: null },
    raw: { type: Buffer, default: null },
    state: { type: String, required: true },
    conversationId: { type: String, default: null },
    matchedBy: { type: String, default: null },
    senderKnown: { type: Boolean, default: false },
    unhandledFor: String,
    quarantined: String,
    trace: String,
  },
  { collection: COLLECTIONS.messages, versionKey: false, autoIndex: false },
);
