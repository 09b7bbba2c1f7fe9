import { COLLECTIONS } from '../collections';
import type { Command } from '../commands/command.schema';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import type { UnfiledMessage } from '../messages/filing';
import type { InboundMessage } from '../messages/message.schema';
import type { OutboxMessage } from '../outbox/outbox.schema';
import type { Timer } from '../timers/timer.schema';
import type { ConversationDocument } from './conversation.schema';
import type { WaitingFact } from './waiting-facts';

/** The most events one commit takes. */
export const EVENTS_PER_COMMIT = 100;

/** Whom a conversation is with and what waits for it, as they were while it had this epoch and this revision. */
export interface LoadedConversation {
  readonly epoch: number;
  readonly revision: number;
  readonly contact: Contact | null;
  readonly referrer: Contact | null;
  /** Oldest first in business time, at most `EVENTS_PER_COMMIT`; commands come last. */
  readonly facts: readonly WaitingFact[];
}

/**
 * Loads what a turn stands on, in one round trip: a contact waits for it. `unfiled` is among it unless somebody has filed
 * it elsewhere. Null when there is no such conversation.
 */
export async function loadConversation(
  db: Database,
  id: string,
  now: Date,
  unfiled: UnfiledMessage | null,
): Promise<LoadedConversation | null> {
  const first = (order: Record<string, 1>) => [{ $sort: order }, { $limit: EVENTS_PER_COMMIT }];
  const unhandled = { $match: { unhandledFor: id } };
  const toTake = unfiled ? { $match: { $or: [{ unhandledFor: id }, { _id: unfiled.id, state: 'new' }] } } : unhandled;
  const due = { $match: { conversationId: id, status: 'scheduled', dueAt: { $lte: now } } };
  const as = (name: keyof Found) => ({ $project: { _id: 0, [name]: '$$ROOT' } });
  const found = await db
    .native(db.conversations)
    .aggregate<Found>([
      // Read before the rest, so that what was committed meanwhile shows in its epoch or its revision.
      { $match: { _id: id } },
      { $project: { epoch: 1, revision: 1, unhandledFor: 1, contactId: 1, referredBy: '$opening.referredBy' } },
      { $set: { people: ['$contactId', '$referredBy'] } },
      { $lookup: { from: COLLECTIONS.contacts, localField: 'people', foreignField: '_id', as: 'people' } },
      as('conversation'),
      {
        $unionWith: {
          coll: COLLECTIONS.messages,
          pipeline: [toTake, ...first({ storedAt: 1, order: 1 }), ...IS_PRECEDED, as('message')],
        },
      },
      {
        $unionWith: {
          coll: COLLECTIONS.outbox,
          pipeline: [unhandled, { $limit: EVENTS_PER_COMMIT }, as('letter')],
        },
      },
      { $unionWith: { coll: COLLECTIONS.timers, pipeline: [due, { $limit: EVENTS_PER_COMMIT }, as('timer')] } },
      {
        $unionWith: {
          coll: COLLECTIONS.commands,
          pipeline: [unhandled, ...first({ createdAt: 1 }), as('command')],
        },
      },
    ])
    .toArray();
  const [conversation] = found.flatMap((one) => one.conversation ?? []);
  if (!conversation) return null;
  const { epoch, revision, contactId, referredBy, people } = conversation;
  const person = (wanted: string | null) => people.find(({ _id }) => _id === wanted) ?? null;
  const facts = inOrder(found, conversation.unhandledFor !== undefined, now, unfiled);
  return { epoch, revision, contact: person(contactId), referrer: person(referredBy), facts };
}

/** Whether what was loaded is what stands under a lease: nobody else took the conversation or committed in between. */
export function standsUnder({ epoch, revision }: LoadedConversation, leased: ConversationDocument): boolean {
  return revision === leased.revision && (epoch === leased.epoch || epoch === leased.epoch - 1);
}

function inOrder(
  found: readonly Found[],
  isOpening: boolean,
  now: Date,
  unfiled: UnfiledMessage | null,
): WaitingFact[] {
  const dated = found
    .flatMap(({ message, letter, timer }): { readonly at: Date; readonly fact: WaitingFact }[] => {
      if (message) return [{ at: message.storedAt, fact: asFact(message, unfiled) }];
      if (letter) return [{ at: letter.settledAt ?? now, fact: { type: 'delivery', letter } }];
      return timer ? [{ at: timer.dueAt, fact: { type: 'timer', timer } }] : [];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const opening: WaitingFact[] = isOpening ? [{ type: 'opening' }] : [];
  const commands = found.flatMap(({ command }): WaitingFact[] => (command ? [{ type: 'command', command }] : []));
  return [...opening, ...dated.map(({ fact }) => fact), ...commands].slice(0, EVENTS_PER_COMMIT);
}

function asFact({ isPreceded, ...message }: FoundMessage, unfiled: UnfiledMessage | null): WaitingFact {
  const toFile = message.state === 'new' && unfiled ? unfiled.filing : null;
  return { type: 'message', message: { ...message, ...toFile }, isPreceded, toFile };
}

/** Whether an older message of the same sender is still to be filed: it is taken first. A button names no sender. */
const IS_PRECEDED = [
  {
    $lookup: {
      from: COLLECTIONS.messages,
      localField: 'from',
      foreignField: 'from',
      let: { storedAt: '$storedAt', order: '$order' },
      pipeline: [
        {
          $match: {
            from: { $gt: '' },
            state: 'new',
            $expr: {
              $or: [
                { $lt: ['$storedAt', '$$storedAt'] },
                { $and: [{ $eq: ['$storedAt', '$$storedAt'] }, { $lt: ['$order', '$$order'] }] },
              ],
            },
          },
        },
        { $limit: 1 },
        { $project: { _id: 1 } },
      ],
      as: 'isPreceded',
    },
  },
  { $set: { isPreceded: { $ne: ['$isPreceded', []] } } },
];

interface FoundMessage extends InboundMessage {
  readonly isPreceded: boolean;
}

/** One of these. */
interface Found {
  readonly conversation?: {
    readonly epoch: number;
    readonly revision: number;
    readonly unhandledFor?: string;
    readonly contactId: string;
    readonly referredBy: string | null;
    readonly people: readonly Contact[];
  };
  readonly message?: FoundMessage;
  readonly letter?: OutboxMessage;
  readonly timer?: Timer;
  readonly command?: Command;
}
