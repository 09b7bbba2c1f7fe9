import type { ClientSession } from 'mongoose';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import type { NewLift, TurnCommit } from '../turns/turn-commit';
import { recipientKeys } from './recipient-keys';

/** Lifts the suppression of a contact's addresses, inside the caller's transaction: guards, contact, record. */
export async function lift(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  { contact, conversation }: Pick<TurnCommit, 'contact' | 'conversation'>,
  { id, of, because, reason, at, addresses }: NewLift,
): Promise<void> {
  const joined = of === 'stop' ? await resume(db, session, contact) : [];
  const recipientIds = await liftGuards(db, keys, session, [...new Set([...addresses, ...joined])], id, of);
  await db.suppressions.insertMany(
    [
      {
        _id: id,
        type: 'lifted',
        recipientIds,
        contactId: contact._id,
        conversationId: conversation._id,
        because,
        reason,
        messageId: null,
        at,
        cancelledMessages: [],
        cancelledTimers: [],
      },
    ],
    { session },
  );
}

/** Writes the contact. Its addresses as they are now: one may have joined since the turn was loaded. */
async function resume(db: Database, session: ClientSession, { _id }: Pick<Contact, '_id'>): Promise<readonly string[]> {
  const resumed = { $set: { stoppedAt: null }, $inc: { revision: 1 } };
  const contact = await db.contacts.findOneAndUpdate({ _id }, resumed, { session }).lean<Contact>();
  return contact?.addresses ?? [];
}

/**
 * Writes the guards of these addresses, inside the caller's transaction. The form without a +tag is lifted only where
 * the same stop suppressed it: it may be somebody else's, who asked for himself. `bounce`: whoever said stop stays
 * stopped. The ids of what was lifted.
 */
export async function liftGuards(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  addresses: readonly string[],
  liftId: string,
  of: NewLift['of'] = 'stop',
): Promise<string[]> {
  const ids = addresses.map((address) => recipientKeys(address, keys));
  const own = new Set(ids.flatMap(({ own }) => own));
  const suppressed = await db.recipients
    .find({ _id: { $in: ids.flatMap(({ all }) => all) }, suppressed: true })
    .session(session)
    .lean();
  const standing = new Set(suppressed.filter(({ _id }) => own.has(_id)).map(({ suppression }) => suppression));
  const stops = of === 'bounce' ? await bouncesAmong(db, session, standing) : standing;
  const lifted = suppressed.filter(({ suppression }) => stops.has(suppression)).map(({ _id }) => _id);
  await db.recipients.updateMany(
    { _id: { $in: lifted } },
    { $set: { suppressed: false, suppression: null, passed: [], claimId: `lift:${liftId}` } },
    { session },
  );
  return lifted;
}

async function bouncesAmong(
  db: Database,
  session: ClientSession,
  suppressions: ReadonlySet<string | null>,
): Promise<ReadonlySet<string | null>> {
  const ids = [...suppressions].filter((id) => id !== null);
  const bounces = await db.suppressions
    .find({ _id: { $in: ids }, because: 'bounced' }, { _id: 1 })
    .session(session)
    .lean();
  return new Set(bounces.map(({ _id }) => _id));
}
