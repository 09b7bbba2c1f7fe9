import type { ClientSession } from 'mongoose';
import { channelOf } from '@app/domain/address';
import { EMPTY_MEMORY } from '@app/domain/memory';
import { MACHINE_VERSION } from '@app/domain/conversation.machine';
import { joinCompany } from '../companies/write-company';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from '../recipients/recipient-keys';
import type { Contact } from './contact.schema';

/** A contact to be made, with the conversation that opens with it. */
export interface NewConversation {
  readonly contact: Contact;
  readonly token: string;
  readonly openingEventId: string;
  /** Where it begins with a contact who came by themselves: there is nothing to open then. */
  readonly cameBy?: 'awaiting-start' | 'awaiting-reply';
  /** As in the conversation's memory, where it takes the place of another. */
  readonly emailGivenUp?: boolean;
}

export type Opened = 'opened' | 'suppressed' | 'in-conversation';

/**
 * Makes a contact, its guards and its first conversation, inside the caller's transaction. Binding writes the guard,
 * so that a stop of the same address conflicts, and two contacts of one address in one product cannot both be made;
 * joining writes the company, so that a stop of it does.
 */
export async function openConversation(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  opened: NewConversation,
): Promise<Opened> {
  const { contact } = opened;
  if (!(await joinCompany(db, session, contact))) return 'suppressed';
  for (const address of contact.addresses) {
    const bound = await bind(db, keys, session, address, contact);
    if (bound !== 'opened') return bound;
  }
  await db.native(db.contacts).insertOne(contact, { session });
  await insertConversation(db, session, opened);
  return 'opened';
}

/** Makes the conversation of a contact that stands already, or is made in the same transaction. */
export async function insertConversation(
  db: Database,
  session: ClientSession,
  { contact, token, openingEventId, cameBy, emailGivenUp = false }: NewConversation,
): Promise<void> {
  const conversation = {
    _id: contact.conversationId,
    contactId: contact._id,
    productId: contact.productId,
    channel: channelOf(contact.addresses[0] ?? ''),
    // A bot cannot write first: the contact has to press Start.
    stage: cameBy ?? (needsStart(contact) ? ('awaiting-start' as const) : ('drafting-offer' as const)),
    memory: { ...EMPTY_MEMORY, emailGivenUp },
    revision: 0,
    machineVersion: MACHINE_VERSION,
    token,
    thread: { subject: '', last: '', references: [] },
    closed: false,
    opening: { eventId: openingEventId, at: contact.createdAt, referredBy: contact.referredBy },
    ...(cameBy ? {} : { unhandledFor: contact.conversationId }),
    createdAt: contact.createdAt,
    lease: null,
    epoch: 0,
    quarantined: null,
  };
  await db.native(db.conversations).insertOne(conversation, { session });
}

/** Reached in Telegram alone, and nobody pressed Start there yet. */
function needsStart({ addresses, telegram }: Contact): boolean {
  return telegram === null && channelOf(addresses[0] ?? '') === 'telegram';
}

async function bind(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  address: string,
  { _id: contactId, productId }: Contact,
): Promise<Opened> {
  const { current, all, own } = recipientKeys(address, keys);
  const recipients = db.native(db.recipients);
  const guards = await recipients.find({ _id: { $in: [...all] } }, { session }).toArray();
  if (guards.some(({ suppressed }) => suppressed)) return 'suppressed';
  const isBound = guards.some(
    (guard) => own.includes(guard._id) && guard.bindings.some((bound) => bound.productId === productId),
  );
  if (isBound) return 'in-conversation';

  for (const _id of current) {
    await recipients.updateOne(
      { _id },
      {
        // A fresh value each time: a write that changes nothing would not conflict with a stop.
        $set: { claimId: `bind:${contactId}` },
        $setOnInsert: { suppressed: false, suppression: null, passed: [] },
        $push: { bindings: { $each: own.includes(_id) ? [{ productId, contactId }] : [] } },
      },
      { session, upsert: true },
    );
  }
  return 'opened';
}
