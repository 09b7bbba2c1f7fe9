import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import { NOT_BEGUN } from '../outbox/outbox.schema';
import type { Contact, ContactTelegram } from './contact.schema';

/** Writes what a contact's chat is by now, inside the caller's transaction; what waits to leave follows a new chat id. */
export async function changeChat(
  db: Database,
  session: ClientSession,
  { _id }: Pick<Contact, '_id'>,
  telegram: ContactTelegram,
): Promise<void> {
  const { userId, chatId } = telegram;
  // Another user may have joined meanwhile, after an erasure say.
  await db.contacts.updateOne({ _id, 'telegram.userId': userId }, { $set: { telegram } }, { session });
  await db.outbox.updateMany(
    { contactId: _id, status: { $in: NOT_BEGUN }, channel: 'telegram', to: { $ne: chatId } },
    { $set: { to: chatId } },
    { session },
  );
}
