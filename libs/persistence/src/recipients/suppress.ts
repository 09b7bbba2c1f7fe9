import type { ClientSession } from 'mongoose';
import { companyId, stopCompany } from '../companies/write-company';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import type { Cancelled, NewSuppression, TurnCommit } from '../turns/turn-commit';
import { recipientKeys } from './recipient-keys';

/**
 * Suppresses every address of a stop, inside the stop's own transaction: writes each guard, so that a claim under way
 * conflicts; writes the contact, so that a new identity does; writes the company where it is stopped too; leaves the
 * record. An address that letters come back from is no stop of the contact's: only its guard is written, and recorded.
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
  const isStop = because !== 'bounced';
  const recipientIds = isStop
    ? await suppressGuards(db, keys, session, [...addresses, ...(await stop(db, session, contact, at))], id)
    : await giveUpGuards(db, keys, session, addresses, id);
  const company = companyDomain ? companyId(contact.productId, companyDomain) : null;
  if (company !== null) await stopCompany(db, session, company, id);
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
        ...(company === null ? {} : { companies: [company] }),
      },
    ],
    { session },
  );
}

/** Writes the contact. Its addresses as they are now: one may have joined since the turn was loaded. */
async function stop(
  db: Database,
  session: ClientSession,
  { _id }: Pick<Contact, '_id'>,
  at: Date,
): Promise<readonly string[]> {
  const stopped = { $set: { stoppedAt: at }, $inc: { revision: 1 } };
  const contact = await db.contacts.findOneAndUpdate({ _id }, stopped, { session }).lean<Contact>();
  return contact?.addresses ?? [];
}

/** Writes the guards of these addresses, inside the caller's transaction, and makes those that are missing. Their ids. */
export async function suppressGuards(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  addresses: readonly string[],
  suppressionId: string,
): Promise<string[]> {
  const ids = [...new Set(addresses)].map((address) => recipientKeys(address, keys));
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

/**
 * The same for addresses that letters come back from. The form without a +tag may be somebody whom they reach, and what
 * is suppressed already stays so for the reason it has. The ids of what was suppressed.
 */
async function giveUpGuards(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  addresses: readonly string[],
  suppressionId: string,
): Promise<string[]> {
  const open = { _id: { $in: addresses.flatMap((address) => recipientKeys(address, keys).own) }, suppressed: false };
  const guards = await db.recipients.find(open, { _id: 1 }).session(session).lean();
  const mark = { $set: { suppressed: true, suppression: suppressionId, passed: [] } };
  await db.recipients.updateMany(open, mark, { session });
  return guards.map(({ _id }) => _id);
}
