import type { Command } from '../commands/command.schema';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { supersedeAsked } from '../jobs/supersede-asked';
import { NOT_BEGUN } from '../outbox/outbox.schema';
import { suppressGuards } from '../recipients/suppress';
import { personOf, type Person } from './person';
import { redactOthers } from './redact-others';
import { removeDocuments, removeMessages } from './remove-documents';
import { erasedId, renameSuppressions } from './rename-suppressions';
import { guardsOf } from './traces';

/** `handing-over`: a letter is on its way this very moment; nothing was done, try again. */
export type Erased = 'erased' | 'handing-over' | 'gone';

/**
 * Erases the person a contact is, with every contact that shares one of the addresses. First nothing can be sent any
 * more and no turn can be taken; then all goes, the contact last: broken off anywhere, it is finished by doing it again.
 */
export async function eraseContact(
  db: Database,
  keys: KeyRing,
  command: Command,
  contactId: string,
  at: Date,
): Promise<Erased> {
  const person = await personOf(db, contactId);
  if (!person) return 'gone';
  if (!(await close(db, keys, person, command, at))) return 'handing-over';
  await removeMessages(db, keys, person);
  await redactOthers(db, person);
  await removeDocuments(db, person, command._id);
  await renameSuppressions(db, keys, person);
  await removeContacts(db, keys, person, command);
  // What came in between, for a conversation that was still there.
  await removeMessages(db, keys, person);
  return 'erased';
}

/** Suppresses, stops and closes everything, unless a letter is being handed over: both write the guard, or conflict. */
function close(db: Database, keys: KeyRing, person: Person, command: Command, at: Date): Promise<boolean> {
  const id = erasedId(`command:${command._id}`, keys);
  const ofContact = { contactId: { $in: person.contactIds } };
  return db.transaction<boolean>(async (session, abort) => {
    const recipientIds = await suppressGuards(db, keys, session, person.addresses, id);
    const leaves = await db.outbox.exists({ ...ofContact, status: 'handing-over' }).session(session);
    if (leaves) return abort(false);
    const cancel = { $set: { status: 'cancelled' } } as const;
    await db.outbox.updateMany({ ...ofContact, status: { $in: NOT_BEGUN } }, cancel, { session });
    const ofConversation = { conversationId: { $in: person.conversationIds } };
    await db.timers.updateMany({ ...ofConversation, status: 'scheduled' }, cancel, { session });
    await supersedeAsked(db, session, person.conversationIds, `command:${command._id}`);
    await db.conversations.updateMany(
      ofContact,
      { $set: { closed: true }, $inc: { epoch: 1 }, $unset: { unhandledFor: 1 } },
      { session },
    );
    const stopped = { $set: { stoppedAt: at }, $inc: { revision: 1 } };
    await db.contacts.updateMany({ _id: { $in: person.contactIds } }, stopped, { session });
    const entry = { type: 'suppressed', recipientIds, because: 'erased', reason: '', at } as const;
    const nobody = { contactId: '', conversationId: '', messageId: null, cancelledMessages: [], cancelledTimers: [] };
    await db.suppressions.updateOne({ _id: id }, { $setOnInsert: { ...entry, ...nobody } }, { session, upsert: true });
    return true;
  });
}

/** The last of it: whoever files a message from now on finds neither conversation nor contact. */
function removeContacts(db: Database, keys: KeyRing, person: Person, command: Command): Promise<void> {
  const { contactIds } = person;
  return db.transaction(async (session) => {
    await db.recipients.updateMany(
      { _id: { $in: guardsOf(person, keys) } },
      { $pull: { bindings: { contactId: { $in: contactIds } } } },
      { session },
    );
    await db.conversations.deleteMany({ contactId: { $in: contactIds } }, { session });
    await db.contacts.deleteMany({ _id: { $in: contactIds } }, { session });
    await db.commands.updateOne({ _id: command._id }, { $set: { status: 'done' } }, { session });
  });
}
