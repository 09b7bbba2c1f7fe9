import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import type { Cancelled, NewSuppression, TurnCommit } from '../turns/turn-commit';
import { recipientKeys } from './recipient-keys';

/**
 * Suppresses every address of a stop, inside the stop's own transaction: writes each guard, so that a claim under way
 * conflicts; writes the contact, so that a new identity does; leaves the record.
 */
export async function suppress(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { contact, conversation }: Pick<TurnCommit, 'contact' | 'conversation'>,
  suppression: NewSuppression,
  cancelled: Cancelled,
): Promise<void> {
  const ids = suppression.addresses.map((address) => recipientKeys(address, keys));
  const standing = [...new Set(ids.flatMap(({ all }) => all))];
  const mark = { $set: { suppressed: true, suppression: suppression.id, passed: [] } };
  await db.recipients.updateMany({ _id: { $in: standing } }, mark, { session });
  for (const _id of new Set(ids.flatMap(({ current }) => current))) {
    await db.recipients.updateOne(
      { _id },
      { ...mark, $setOnInsert: { claimId: null, bindings: [] } },
      { session, upsert: true },
    );
  }
  await db.contacts.updateOne(
    { _id: contact._id },
    { $set: { stoppedAt: suppression.at }, $inc: { revision: 1 } },
    { session },
  );
  await db.suppressions.insertMany(
    [
      {
        _id: suppression.id,
        recipientIds: standing,
        contactId: contact._id,
        conversationId: conversation._id,
        because: suppression.because,
        messageId: suppression.messageId,
        at: suppression.at,
        cancelledMessages: cancelled.letters,
        cancelledTimers: cancelled.timers,
      },
    ],
    { session },
  );
}
