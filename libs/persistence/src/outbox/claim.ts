import { randomUUID } from 'node:crypto';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from '../recipients/recipient-keys';
import type { Recipient } from '../recipients/recipient.schema';
import type { OutboxMessage } from './outbox.schema';

/** What a claim decided: `claimed` may be handed over now, `withheld` never; any other is not, or no more, ours to send. */
export interface Claim {
  readonly claimed: readonly OutboxMessage[];
  readonly withheld: readonly OutboxMessage[];
}

/** Says which of the leased letters can leave, by their ids; asked while the guards are being taken, maybe again. */
export type Ready = () => Promise<ReadonlySet<string>>;

/** How long a claimed letter may take to be handed over before it counts as `uncertain`. */
export const HAND_OVER_MS = 180_000;

/**
 * The claim: one transaction, immediately before the first byte leaves, that checks and *writes* each recipient's guard
 * and marks `handing-over` under the gateway's own lease. At most one letter for a recipient in a batch. What is not
 * `ready` stays leased.
 */
export function claim(
  db: Database,
  keys: KeyRing,
  leased: readonly OutboxMessage[],
  ready: Ready = () => Promise.resolve(new Set(leased.map(({ _id }) => _id))),
): Promise<Claim> {
  const claimId = randomUUID();
  const guardsOf = new Map(leased.map((letter) => [letter._id, recipientKeys(letter.recipient, keys).all]));
  return db.transaction<Claim>(async (session) => {
    const all = [...new Set([...guardsOf.values()].flat())];
    // Side by side: a contact waits for both.
    const [guards, canLeave] = await Promise.all([takeGuards(db, session, all, claimId), ready()]);
    const byId = new Map(guards.map((guard) => [guard._id, guard]));

    const verdicts = leased
      .filter(({ _id }) => canLeave.has(_id))
      .map((letter) => ({ letter, verdict: verdict(letter, standing(letter, guardsOf, byId)) }));
    const allowed = verdicts.filter(({ verdict }) => verdict !== 'refused');
    for (const { letter, verdict } of allowed) {
      if (verdict !== 'passes') continue;
      const ids = standing(letter, guardsOf, byId).map(({ _id }) => _id);
      await db.recipients.updateMany(
        { _id: { $in: ids } },
        { $push: { passed: { $each: [...letter.letters] } } },
        { session },
      );
    }

    const marked = await markHandingOver(
      db,
      session,
      allowed.map(({ letter }) => letter),
      claimId,
    );
    return {
      claimed: marked,
      withheld: verdicts.filter(({ verdict }) => verdict === 'refused').map(({ letter }) => letter),
    };
  });
}

/**
 * The guards as they stand, each written: the fresh id makes it a write that changes something, so that a stop committed
 * meanwhile conflicts with it. Where there is but one, or nobody among many is suppressed, that is one round trip.
 */
async function takeGuards(
  db: Database,
  session: Session,
  ids: readonly string[],
  claimId: string,
): Promise<readonly Guard[]> {
  const recipients = db.native(db.recipients);
  const taken = { $set: { claimId } };
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    const guard = await recipients.findOneAndUpdate({ _id: only }, taken, { session, returnDocument: 'after' });
    return guard ? [guard] : [];
  }
  const every = { _id: { $in: [...ids] } };
  const { matchedCount } = await recipients.updateMany({ ...every, suppressed: false }, taken, { session });
  if (matchedCount === ids.length) {
    return ids.map((_id) => ({ _id, suppressed: false, suppression: null, passed: [] }));
  }
  await recipients.updateMany({ ...every, suppressed: true }, taken, { session });
  return recipients.find(every, { session }).toArray();
}

type Guard = Pick<Recipient, '_id' | 'suppressed' | 'suppression' | 'passed'>;

function standing(
  letter: OutboxMessage,
  guardsOf: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, Guard>,
): Guard[] {
  return (guardsOf.get(letter._id) ?? []).flatMap((id) => byId.get(id) ?? []);
}

/** A missing guard refuses: nobody is written to whom the ledger does not know. */
function verdict(letter: OutboxMessage, guards: readonly Guard[]): 'allowed' | 'passes' | 'refused' {
  if (guards.length === 0) return 'refused';
  const suppressing = guards.filter(({ suppressed }) => suppressed);
  if (suppressing.length === 0) return 'allowed';
  const mayPass = suppressing.every(
    ({ suppression, passed }) =>
      letter.passes !== null && suppression === letter.passes && !letter.letters.some((name) => passed.includes(name)),
  );
  return mayPass ? 'passes' : 'refused';
}

type Session = Parameters<Parameters<Database['transaction']>[0]>[0];

async function markHandingOver(
  db: Database,
  session: Session,
  letters: readonly OutboxMessage[],
  claimId: string,
): Promise<OutboxMessage[]> {
  if (letters.length === 0) return [];
  const mark = [{ $set: { status: 'handing-over', claimId, leaseUntil: { $add: ['$$NOW', HAND_OVER_MS] } } }];
  const outbox = db.native(db.outbox);
  const { matchedCount } = await outbox.updateMany(ownLeases(letters), mark, { session });
  // Nothing but the claim changes a letter that is leased, so what was leased is what was marked.
  if (matchedCount === letters.length) {
    return letters.map((letter) => ({ ...letter, status: 'handing-over', claimId }));
  }
  const ids = letters.map(({ _id }) => _id);
  return outbox.find({ _id: { $in: ids }, claimId }, { session }).toArray();
}

/** Almost all have the same number; a condition for each letter would be planned one by one. */
function ownLeases(letters: readonly OutboxMessage[]) {
  const numbers = [...new Set(letters.map(({ leaseNumber }) => leaseNumber))];
  const own = numbers.map((leaseNumber) => ({
    _id: { $in: letters.filter((letter) => letter.leaseNumber === leaseNumber).map(({ _id }) => _id) },
    leaseNumber,
    status: 'leased' as const,
  }));
  const [all, ...others] = own;
  return all && others.length === 0 ? all : { $or: own };
}
