import type { ClientSession } from 'mongoose';
import { channelOf, telegramAddress } from '@app/domain/address';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { NO_NOTICE } from '../outbox/outbox.queries';
import { NOT_BEGUN } from '../outbox/outbox.schema';
import { recipientKeys } from '../recipients/recipient-keys';
import { bindTelegram, boundTo, type Starter } from './bind-telegram';
import type { TelegramLink } from './link.schema';
import { linkId } from './start-link';
import { countVainStart, triesInVain } from './vain-starts';

/**
 * What a Start with a token came to. `joined`: the user is this contact from now on. `known`: the user is a contact
 * already, of whom the token says nothing new. `introduced`: the link was another's, who passed it on. `vain`: the token
 * is none; `ignored`: it was not even looked at.
 */
export type Joined =
  | { readonly type: 'joined' | 'known'; readonly contact: Contact }
  | { readonly type: 'introduced'; readonly by: Contact }
  | { readonly type: 'vain' | 'ignored' };

/** Joins who pressed Start to the contact the token was given to, once. The same Start again comes to the same. */
export function joinByToken(db: Database, keys: KeyRing, token: string, starter: Starter): Promise<Joined> {
  return db.transaction<Joined>(async (session) => {
    const user = recipientKeys(telegramAddress(starter.telegram.userId), keys).current[0] ?? '';
    if (await triesInVain(db, session, user, starter.at)) return { type: 'ignored' };
    const link = await standing(db, session, token, starter.at);
    const contact = link && (await db.contacts.findById(link.contactId).session(session).lean<Contact>());
    if (!link || !contact) {
      await countVainStart(db, session, user, starter);
      return { type: 'vain' };
    }
    const known = await asKnown(db, keys, session, { link, contact }, starter);
    if (known) return known;
    if (contact.telegram) return { type: 'introduced', by: contact };
    await bindTelegram(db, keys, session, contact, starter);
    await db.telegramLinks.updateOne({ _id: link._id }, { $set: { joinedBy: starter.messageId } }, { session });
    return { type: 'joined', contact };
  });
}

async function standing(db: Database, session: ClientSession, token: string, at: Date): Promise<TelegramLink | null> {
  const link = await db.telegramLinks.findById(linkId(token)).session(session).lean<TelegramLink>();
  return link && (link.expiresAt === null || at < link.expiresAt) ? link : null;
}

/** What it comes to for a user who is a contact of this product already; null where the token is to be followed. */
async function asKnown(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { link, contact }: { readonly link: TelegramLink; readonly contact: Contact },
  { telegram, messageId }: Starter,
): Promise<Joined | null> {
  const user = telegramAddress(telegram.userId);
  const holder = await boundTo(db, keys, session, user, contact.productId);
  if (holder === null) return null;
  if (holder === contact._id) return { type: link.joinedBy === messageId ? 'joined' : 'known', contact };
  const other = await db.contacts.findById(holder).session(session).lean<Contact>();
  if (!other) return null;
  if (contact.telegram || !isInTelegramAlone(other)) return { type: 'known', contact: other };
  await giveUp(db, keys, session, other);
  return null;
}

function isInTelegramAlone({ addresses }: Contact): boolean {
  return addresses.every((address) => channelOf(address) === 'telegram');
}

/**
 * Who found the bot by chance and follows our link later is the contact the link was given to. What was said before
 * stays where it is, under the same addresses, and is over.
 */
async function giveUp(db: Database, keys: KeyRing, session: ClientSession, other: Contact): Promise<void> {
  const guards = other.addresses.flatMap((address) => recipientKeys(address, keys).own);
  await db.recipients.updateMany(
    { _id: { $in: guards } },
    { $pull: { bindings: { contactId: other._id } }, $set: { claimId: `unbind:${other._id}` } },
    { session },
  );
  const cancelled = { $set: { status: 'cancelled' } } as const;
  await db.outbox.updateMany({ contactId: other._id, status: { $in: NOT_BEGUN }, ...NO_NOTICE }, cancelled, {
    session,
  });
  await db.timers.updateMany({ conversationId: other.conversationId, status: 'scheduled' }, cancelled, { session });
  await db.conversations.updateOne(
    { _id: other.conversationId },
    { $set: { closed: true }, $inc: { epoch: 1 }, $unset: { unhandledFor: 1 } },
    { session },
  );
}
