import type { Reading } from '@app/domain/reading';
import type { Effect } from '@app/domain/effect';
import type { Stage } from '@app/domain/stage';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Timer } from '@app/persistence/timers/timer.schema';
import type { Turn } from '@app/persistence/turns/turn.schema';

/** All there is of a contact, earlier conversations included, as `contact show --json` gives it. */
export interface History {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly product: string;
  readonly language: string;
  readonly addresses: readonly string[];
  readonly stage: Stage;
  /** The earliest timer, ISO 8601. */
  readonly due: string | null;
  /** Only while a person has the conversation. */
  readonly handedOverBecause: string | null;
  /** Why its events cannot be taken, while that is so. */
  readonly quarantined: string | null;
  /** Oldest first. */
  readonly messages: readonly HistoryMessage[];
  readonly turns: readonly HistoryTurn[];
}

export interface HistoryMessage {
  readonly direction: 'in' | 'out';
  readonly channel: 'email';
  readonly subject: string;
  /** Of an inbound message, the sender's own words. */
  readonly text: string;
  /** ISO 8601, business time: of the storing, of the settlement, or of the writing while it is not settled. */
  readonly at: string;
  /** Null for an inbound message. */
  readonly outcome: 'sent' | 'rejected' | 'uncertain' | 'withheld' | 'cancelled' | 'queued' | null;
  readonly attachments: readonly { readonly name: string; readonly contentType: string }[];
}

export interface HistoryTurn {
  readonly at: string;
  readonly event: Turn['event']['type'];
  readonly decision: Turn['decision'];
  readonly because: string | null;
  readonly stage: Stage;
  readonly effects: readonly Effect[];
  readonly reading?: Reading;
}

/** What the stores hold of a contact; conversations the first one first. */
export interface Kept {
  readonly contact: Contact;
  readonly conversation: ConversationDocument;
  readonly timers: readonly Timer[];
  readonly inbound: readonly Omit<InboundMessage, 'raw'>[];
  readonly outbound: readonly OutboxMessage[];
  readonly turns: readonly Turn[];
}

/** Puts together what the stores hold of a contact. */
export function historyOf({ contact, conversation, timers, inbound, outbound, turns }: Kept): History {
  const { stage, memory, quarantined } = conversation;
  return {
    id: contact._id,
    name: contact.name,
    company: contact.company,
    product: contact.productId,
    language: contact.language,
    addresses: contact.addresses,
    stage,
    due: timers[0]?.dueAt.toISOString() ?? null,
    handedOverBecause: stage === 'handed-over' ? memory.handedOverBecause : null,
    quarantined,
    messages: [...inbound.map(received), ...outbound.map(written)].sort((one, other) => one.at.localeCompare(other.at)),
    turns: turns.map(turnOf),
  };
}

function received({ channel, subject, text, storedAt, attachments }: Omit<InboundMessage, 'raw'>): HistoryMessage {
  const files = attachments.map(({ name, contentType }) => ({ name, contentType }));
  return { direction: 'in', channel, subject, text, at: storedAt.toISOString(), outcome: null, attachments: files };
}

function written(letter: OutboxMessage): HistoryMessage {
  const { channel, subject, text, createdAt, settledAt, attachments } = letter;
  return {
    direction: 'out',
    channel,
    subject,
    text,
    at: (settledAt ?? createdAt).toISOString(),
    outcome: outcomeOf(letter),
    attachments: attachments.map(({ name, contentType }) => ({ name, contentType })),
  };
}

function outcomeOf({ status, outcome }: OutboxMessage): HistoryMessage['outcome'] {
  switch (status) {
    case 'queued':
    case 'leased':
    case 'handing-over':
      return 'queued';
    case 'settled':
      return outcome ?? 'uncertain';
    case 'cancelled':
      return 'cancelled';
  }
}

function turnOf({ at, event, decision, because, stage, effects }: Turn): HistoryTurn {
  const reading = event.type === 'messageUnderstood' ? { reading: event.reading } : {};
  return { at: at.toISOString(), event: event.type, decision, because, stage, effects, ...reading };
}
