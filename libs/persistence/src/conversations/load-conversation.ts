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

/** A conversation to load. `unfiled` is among what waits for it unless somebody has filed it elsewhere. */
export interface WantedConversation {
  readonly id: string;
  readonly unfiled: UnfiledMessage | null;
}

/**
 * Loads what turns stand on, in one round trip: contacts wait for it. By their ids; those that do not exist are left out.
 * Null when so much waits for several that some may be missing: each is to be loaded alone then.
 */
export async function loadConversations(
  db: Database,
  wanted: readonly WantedConversation[],
  now: Date,
): Promise<ReadonlyMap<string, LoadedConversation> | null> {
  const limit = wanted.length === 1 ? EVENTS_PER_COMMIT : MOST_TOGETHER;
  const first = (order: Record<string, 1>) => [{ $sort: order }, { $limit: limit }];
  const ids = oneOf(wanted.map(({ id }) => id));
  const unhandled = { $match: { unhandledFor: ids } };
  const offered = wanted.flatMap(({ unfiled }) => unfiled?.id ?? []);
  const toTake =
    offered.length > 0 ? { $match: { $or: [unhandled.$match, { _id: oneOf(offered), state: 'new' }] } } : unhandled;
  const due = { $match: { conversationId: ids, status: 'scheduled', dueAt: { $lte: now } } };
  const as = (name: keyof Found) => ({ $project: { _id: 0, [name]: '$$ROOT' } });
  const found = await db
    .native(db.conversations)
    .aggregate<Found>(
      [
        // Read before the rest, so that what was committed meanwhile shows in its epoch or its revision.
        { $match: { _id: ids } },
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
        { $unionWith: { coll: COLLECTIONS.outbox, pipeline: [unhandled, { $limit: limit }, as('letter')] } },
        { $unionWith: { coll: COLLECTIONS.timers, pipeline: [due, { $limit: limit }, as('timer')] } },
        {
          $unionWith: {
            coll: COLLECTIONS.commands,
            pipeline: [unhandled, ...first({ createdAt: 1 }), as('command')],
          },
        },
      ],
      { batchSize: IN_ONE_ANSWER },
    )
    .toArray();
  const isAllThere = LISTS.every((list) => found.filter((one) => one[list]).length < limit);
  if (wanted.length > 1 && !isAllThere) return null;

  const unfiledOf = new Map(wanted.flatMap(({ unfiled }) => (unfiled ? [[unfiled.id, unfiled] as const] : [])));
  const waitFor = groupBy(found, (one) => waitsFor(one, unfiledOf));
  return new Map(
    found.flatMap(({ conversation }) => {
      if (!conversation) return [];
      const { _id, epoch, revision, contactId, referredBy, people } = conversation;
      const person = (wanted: string | null) => people.find((one) => one._id === wanted) ?? null;
      const facts = inOrder(waitFor.get(_id) ?? [], conversation.unhandledFor !== undefined, now, unfiledOf);
      return [[_id, { epoch, revision, contact: person(contactId), referrer: person(referredBy), facts }]];
    }),
  );
}

/** Of several conversations: what waits for most is one message each. */
const MOST_TOGETHER = 4 * EVENTS_PER_COMMIT;
/** No second round trip for what fits into one answer. */
const IN_ONE_ANSWER = 5 * MOST_TOGETHER;

const LISTS = ['message', 'letter', 'timer', 'command'] as const;

/** A condition for one is planned better than one for a list of one. */
function oneOf(ids: readonly string[]): string | { readonly $in: readonly string[] } {
  const [first, ...others] = ids;
  return first !== undefined && others.length === 0 ? first : { $in: ids };
}

function waitsFor(
  { message, letter, timer, command }: Found,
  unfiledOf: ReadonlyMap<string, UnfiledMessage>,
): string | undefined {
  if (timer) return timer.conversationId;
  if (message?.state === 'new') return unfiledOf.get(message._id)?.filing.conversationId;
  return (message ?? letter ?? command)?.unhandledFor;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Whether what was loaded is what stands under a lease: nobody else took the conversation or committed in between. */
export function standsUnder({ epoch, revision }: LoadedConversation, leased: ConversationDocument): boolean {
  return revision === leased.revision && (epoch === leased.epoch || epoch === leased.epoch - 1);
}

function inOrder(
  found: readonly Found[],
  isOpening: boolean,
  now: Date,
  unfiledOf: ReadonlyMap<string, UnfiledMessage>,
): WaitingFact[] {
  const dated = found
    .flatMap(({ message, letter, timer }): { readonly at: Date; readonly fact: WaitingFact }[] => {
      if (message) return [{ at: message.storedAt, fact: asFact(message, unfiledOf) }];
      if (letter) return [{ at: letter.settledAt ?? now, fact: { type: 'delivery', letter } }];
      return timer ? [{ at: timer.dueAt, fact: { type: 'timer', timer } }] : [];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const opening: WaitingFact[] = isOpening ? [{ type: 'opening' }] : [];
  const commands = found.flatMap(({ command }): WaitingFact[] => (command ? [{ type: 'command', command }] : []));
  return [...opening, ...dated.map(({ fact }) => fact), ...commands].slice(0, EVENTS_PER_COMMIT);
}

function asFact({ isPreceded, ...message }: FoundMessage, unfiledOf: ReadonlyMap<string, UnfiledMessage>): WaitingFact {
  const toFile = message.state === 'new' ? (unfiledOf.get(message._id)?.filing ?? null) : null;
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
    readonly _id: string;
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
