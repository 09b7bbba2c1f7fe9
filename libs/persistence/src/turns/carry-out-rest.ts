import type { ClientSession } from 'mongoose';
import { giveAccessCode } from '../access-codes/give-access-code';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { ensureGuards } from '../recipients/ensure-guards';
import { bookSlots, releaseSlots } from '../slots/book-slots';
import { changeChat } from '../contacts/change-chat';
import type { TurnCommit } from './turn-commit';

/**
 * Carries out what few commits ask for, inside their transaction; a commit that asks for none of it costs nothing.
 * False, and the transaction is to be undone, when somebody else has taken a slot or a code meanwhile.
 */
export async function carryOutRest(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { contact, writes }: TurnCommit,
): Promise<boolean> {
  const { releasedSlots, slots, accessCodes, language, telegram, links } = writes;
  if (releasedSlots.length > 0) await releaseSlots(db, session, releasedSlots);
  if (slots.length > 0 && !(await bookSlots(db, session, slots))) return false;
  for (const code of accessCodes) {
    if (!(await giveAccessCode(db, session, contact, code))) return false;
  }
  if (language !== null) await db.contacts.updateOne({ _id: contact._id }, { $set: { language } }, { session });
  if (telegram !== null) await changeChat(db, session, contact, telegram);
  if (links.length > 0) await db.telegramLinks.insertMany([...links], { session });
  const notices = writes.letters.filter(({ letters }) => letters.includes('operator-notice'));
  if (notices.length > 0) {
    await ensureGuards(
      db,
      keys,
      session,
      notices.map(({ to }) => to),
    );
  }
  return true;
}
