import type { ClientSession } from 'mongoose';
import { telegramAddress } from '@app/domain/address';
import type { Contact, ContactTelegram } from '../contacts/contact.schema';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from '../recipients/recipient-keys';
import { suppressGuards } from '../recipients/suppress';

/** Who pressed Start, in which message, and when. */
export interface Starter {
  readonly telegram: ContactTelegram;
  readonly messageId: string;
  /** Business time. */
  readonly at: Date;
}

/**
 * Joins a Telegram user to a contact, inside the caller's transaction. Writes the contact and each guard, so that a stop
 * committed meanwhile conflicts; an identity that joins a contact who was stopped is suppressed with it.
 */
export async function bindTelegram(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  contact: Contact,
  starter: Starter,
): Promise<void> {
  const identities = await identitiesFor(db, keys, session, contact, starter);
  const added = identities.filter((one) => !contact.addresses.includes(one));
  for (const address of added) await bindGuards(db, keys, session, contact, address);
  await db.contacts.updateOne(
    { _id: contact._id },
    { $set: { telegram: starter.telegram }, $push: { addresses: { $each: added } }, $inc: { revision: 1 } },
    { session },
  );
  if (contact.stoppedAt) await suppressWith(db, keys, session, contact, starter, added);
}

/** The contact whom an address is bound to in a product; null when it is nobody's. */
export async function boundTo(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  address: string,
  productId: string,
): Promise<string | null> {
  const guards = await db.recipients
    .find({ _id: { $in: [...recipientKeys(address, keys).own] } })
    .session(session)
    .lean();
  const bindings = guards.flatMap((guard) => guard.bindings);
  return bindings.find((bound) => bound.productId === productId)?.contactId ?? null;
}

/** The user, and the name the user bears unless it is another contact's: a stop covers both. */
export async function identitiesFor(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { _id, productId }: Pick<Contact, '_id' | 'productId'>,
  { telegram }: Pick<Starter, 'telegram'>,
): Promise<string[]> {
  const user = telegramAddress(telegram.userId);
  if (telegram.username === '') return [user];
  const name = `@${telegram.username.toLowerCase()}`;
  const holder = await boundTo(db, keys, session, name, productId);
  return holder === null || holder === _id ? [user, name] : [user];
}

async function bindGuards(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { _id: contactId, productId }: Contact,
  address: string,
): Promise<void> {
  for (const _id of recipientKeys(address, keys).current) {
    await db.recipients.updateOne(
      { _id },
      {
        // A fresh value each time: a write that changes nothing would not conflict with a stop.
        $set: { claimId: `bind:${contactId}` },
        $setOnInsert: { suppressed: false, suppression: null, passed: [] },
        $push: { bindings: { productId, contactId } },
      },
      { session, upsert: true },
    );
  }
}

async function suppressWith(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  contact: Contact,
  { messageId, at }: Starter,
  addresses: readonly string[],
): Promise<void> {
  const id = `joined:${messageId}`;
  const recipientIds = await suppressGuards(db, keys, session, addresses, id);
  const whose = { contactId: contact._id, conversationId: contact.conversationId };
  const entry = { _id: id, type: 'suppressed', recipientIds, ...whose, because: 'contact-asked', reason: '' } as const;
  await db.suppressions.insertMany([{ ...entry, messageId, at, cancelledMessages: [], cancelledTimers: [] }], {
    session,
  });
}
