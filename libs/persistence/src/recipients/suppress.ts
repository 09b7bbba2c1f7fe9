import type { ClientSession } from 'mongoose';
import { stopCompany } from '../companies/write-company';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import type { Cancelled, NewSuppression, TurnCommit } from '../turns/turn-commit';
import { recipientKeys } from './recipient-keys';

/**
 * Suppresses every address of a stop, inside the stop's own transaction: writes each guard, so that a claim under way
 * conflicts; writes the contact, so that a new identity does; writes the company where it is stopped too; leaves the
 * record.
 */
export async function suppress(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { contact, conversation }: Pick<TurnCommit, 'contact' | 'conversation'>,
  suppression: NewSuppression,
  cancelled: Cancelled,
): Promise<void> {
  const { id, because, messageId, at, addresses, companyDomain } = suppression;
  const recipientIds = await suppressGuards(db, keys, session, addresses, id);
  await db.contacts.updateOne({ _id: contact._id }, { $set: { stoppedAt: at }, $inc: { revision: 1 } }, { session });
  if (companyDomain !== null) {
    await stopCompany(db, session, { productId: contact.productId, domain: companyDomain, suppressionId: id });
  }
  await db.suppressions.insertMany(
    [
      {
        _id: id,
        type: 'suppressed',
        recipientIds,
        contactId: contact._id,
        conversationId: conversation._id,
        because,
        reason: '',
        messageId,
        at,
        cancelledMessages: cancelled.letters,
        cancelledTimers: cancelled.timers,
      },
    ],
    { session },
  );
}

/** Writes the guards of these addresses, inside the caller's transaction, and makes those that are missing. Their ids. */
export async function suppressGuards(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  addresses: readonly string[],
  suppressionId: string,
): Promise<string[]> {
  const ids = addresses.map((address) => recipientKeys(address, keys));
  const standing = [...new Set(ids.flatMap(({ all }) => all))];
  const mark = { $set: { suppressed: true, suppression: suppressionId, passed: [] } };
  await db.recipients.updateMany({ _id: { $in: standing } }, mark, { session });
  for (const _id of new Set(ids.flatMap(({ current }) => current))) {
    await db.recipients.updateOne(
      { _id },
      { ...mark, $setOnInsert: { claimId: null, bindings: [] } },
      { session, upsert: true },
    );
  }
  return standing;
}
