import type { Asked } from '@app/domain/asked';
import type { Memory } from '@app/domain/memory';
import type { Reading } from '@app/domain/reading';
import type { Effect } from '@app/domain/effect';
import type { Stage } from '@app/domain/stage';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Timer } from '@app/persistence/timers/timer.schema';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Explained } from './explain-turn';

/** All there is of a contact, earlier conversations included, as `contact show --json` gives it. */
export interface History {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly product: string;
  readonly language: string;
  readonly addresses: readonly string[];
  /** IANA name; null for the product's. */
  readonly timeZone: string | null;
  readonly interests: readonly string[];
  /** Where the address came from, and on what ground we write; '' when not stated. */
  readonly consent: { readonly source: string; readonly ground: string };
  readonly notes: readonly { readonly at: string; readonly text: string }[];
  /** Since when nothing may be sent, ISO 8601. */
  readonly stoppedAt: string | null;
  /** The booked demo, ISO 8601. */
  readonly slot: { readonly startsAt: string; readonly endsAt: string } | null;
  /** The code the demo is entered with. */
  readonly accessCode: string | null;
  readonly stage: Stage;
  /** The earliest timer, ISO 8601. */
  readonly due: string | null;
  /** What a model is asked for, while it is waited for. */
  readonly asked: HistoryAsked | null;
  /** Only while a person has the conversation. */
  readonly handedOverBecause: string | null;
  /** Why its events cannot be taken, while that is so. */
  readonly quarantined: string | null;
  /** Oldest first. */
  readonly messages: readonly HistoryMessage[];
  readonly turns: readonly HistoryTurn[];
}

export interface HistoryAsked {
  readonly job: string;
  readonly kind: Asked['request']['kind'];
  /** 2 when the first answer was refused. */
  readonly attempt: number;
  /** When the agent goes on without it, ISO 8601. */
  readonly until: string;
  /** Whether letters are held, because it may be a stop. */
  readonly mayBeStop: boolean;
}

export interface HistoryMessage {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly by: 'contact' | 'machine' | 'agent' | 'operator';
  readonly channel: 'email';
  readonly subject: string;
  /** Of an inbound message, the sender's own words. */
  readonly text: string;
  /** ISO 8601, business time: of the storing, of the settlement, or of the writing while it is not settled. */
  readonly at: string;
  /** Null for a message that came in. */
  readonly outcome: 'sent' | 'rejected' | 'uncertain' | 'withheld' | 'cancelled' | 'queued' | 'draft' | null;
  readonly attachments: readonly { readonly name: string; readonly contentType: string }[];
  /** The sentences a model wrote, with the passages of the product each rests on. */
  readonly rests: OutboxMessage['rests'];
  /** Why a mail that came in could not be read; null for every other. */
  readonly unreadable: string | null;
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
  readonly accessCode: string | null;
  readonly timers: readonly Timer[];
  readonly inbound: readonly Omit<InboundMessage, 'raw'>[];
  readonly outbound: readonly OutboxMessage[];
  readonly turns: readonly Turn[];
}

/** Puts together what the stores hold of a contact. */
export function historyOf({ contact, conversation, accessCode, timers, inbound, outbound, turns }: Kept): History {
  const { stage, memory, quarantined } = conversation;
  return {
    id: contact._id,
    name: contact.name,
    company: contact.company,
    product: contact.productId,
    language: contact.language,
    addresses: contact.addresses,
    timeZone: contact.timeZone,
    interests: contact.interests,
    consent: contact.consent,
    notes: contact.notes.map(({ at, text }) => ({ at: at.toISOString(), text })),
    stoppedAt: contact.stoppedAt?.toISOString() ?? null,
    slot: memory.slot && { startsAt: memory.slot.startsAt.toISOString(), endsAt: memory.slot.endsAt.toISOString() },
    accessCode,
    stage,
    due: timers[0]?.dueAt.toISOString() ?? null,
    asked: askedFor(memory),
    handedOverBecause: stage === 'handed-over' ? memory.handedOverBecause : null,
    quarantined,
    messages: [...inbound.map(received), ...outbound.map(written)].sort((one, other) => one.at.localeCompare(other.at)),
    turns: turns.map(historyTurn),
  };
}

function askedFor({ asked, mayBeStops }: Memory): HistoryAsked | null {
  if (!asked) return null;
  const { kind, attempt, dueAt } = asked.request;
  return { job: opaqueId(asked.jobId), kind, attempt, until: dueAt.toISOString(), mayBeStop: mayBeStops.length > 0 };
}

function received(message: Omit<InboundMessage, 'raw'>): HistoryMessage {
  const { _id: id, channel, kind, subject, text, storedAt, attachments, unreadable } = message;
  const byHand = kind === 'operator';
  return {
    id,
    direction: byHand ? 'out' : 'in',
    by: byHand ? 'operator' : kind === 'human' ? 'contact' : 'machine',
    channel,
    subject,
    text,
    at: storedAt.toISOString(),
    outcome: byHand ? 'sent' : null,
    attachments: attachments.map(({ name, contentType }) => ({ name, contentType })),
    rests: [],
    unreadable,
  };
}

function written(letter: OutboxMessage): HistoryMessage {
  const { _id: id, channel, letters, subject, text, rests, createdAt, settledAt, attachments, invitations } = letter;
  return {
    id,
    direction: 'out',
    by: letters.includes('operator-reply') ? 'operator' : 'agent',
    channel,
    subject,
    text,
    at: (settledAt ?? createdAt).toISOString(),
    outcome: outcomeOf(letter),
    attachments: [
      ...attachments.map(({ name, contentType }) => ({ name, contentType })),
      ...invitations.map(({ name }) => ({ name, contentType: 'text/calendar' })),
    ],
    rests,
    unreadable: null,
  };
}

function outcomeOf({ status, outcome }: OutboxMessage): HistoryMessage['outcome'] {
  switch (status) {
    case 'draft':
      return 'draft';
    case 'queued':
    case 'held':
    case 'leased':
    case 'handing-over':
      return 'queued';
    case 'settled':
      return outcome ?? 'uncertain';
    case 'cancelled':
      return 'cancelled';
  }
}

/** A turn as JSON shows it: the settings it was decided by are left out. */
export function historyTurn({ at, event, decision, because, stage, effects }: Explained): HistoryTurn {
  const reading =
    event.type === 'messageUnderstood' || event.type === 'readingUnsure' ? { reading: event.reading } : {};
  return { at: at.toISOString(), event: event.type, decision, because, stage, effects, ...reading };
}
