import { randomUUID } from 'node:crypto';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from '../recipients/recipient-keys';
import type { Recipient } from '../recipients/recipient.schema';
import type { OutboxMessage } from './outbox.schema';

/** What a claim decided: `claimed` may be handed over now, `withheld` never, `lost` belongs to somebody else by now. */
export interface Claim {
  readonly claimId: string;
  readonly claimed: readonly OutboxMessage[];
  readonly withheld: readonly OutboxMessage[];
  readonly lost: readonly OutboxMessage[];
}

/** How long a claimed letter may take to be handed over before it counts as `uncertain`. */
const HAND_OVER_MS = 120_000;

/**
 * The claim: one transaction, immediately before the first byte leaves, that checks and *writes* each recipient's guard
 * and marks `handing-over` under the gateway's own lease. At most one letter for a recipient in a batch.
 */
export function claim(db: Database, keys: KeyRing, leased: readonly OutboxMessage[]): Promise<Claim> {
  const claimId = randomUUID();
  const guardsOf = new Map(leased.map((letter) => [letter._id, recipientKeys(letter.to, keys).all]));
  return db.transaction<Claim>(async (session) => {
    const all = [...new Set([...guardsOf.values()].flat())];
    const guards = await takeGuards(db, session, all, claimId);
    const byId = new Map(guards.map((guard) => [guard._id, guard]));

    const verdicts = leased.map((letter) => ({ letter, verdict: verdict(letter, standing(letter, guardsOf, byId)) }));
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
      claimId,
      claimed: marked,
      withheld: verdicts.filter(({ verdict }) => verdict === 'refused').map(({ letter }) => letter),
      lost: allowed.map(({ letter }) => letter).filter(({ _id }) => !marked.some((taken) => taken._id === _id)),
    };
  });
}

/**
 * The guards as they stand, each written: the fresh id makes it a write that changes something, so that a stop committed
 * meanwhile conflicts with it. Where there is but one, that is one round trip.
 */
async function takeGuards(
  db: Database,
  session: Session,
  ids: readonly string[],
  claimId: string,
): Promise<Recipient[]> {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    const guard = await db
      .native(db.recipients)
      .findOneAndUpdate({ _id: only }, { $set: { claimId } }, { session, returnDocument: 'after' });
    return guard ? [guard] : [];
  }
  await db.recipients.updateMany({ _id: { $in: [...ids] } }, { $set: { claimId } }, { session });
  return db.recipients
    .find({ _id: { $in: [...ids] } })
    .session(session)
    .lean<Recipient[]>();
}

function standing(
  letter: OutboxMessage,
  guardsOf: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, Recipient>,
): Recipient[] {
  return (guardsOf.get(letter._id) ?? []).flatMap((id) => byId.get(id) ?? []);
}

/** A missing guard refuses: nobody is written to whom the ledger does not know. */
function verdict(letter: OutboxMessage, guards: readonly Recipient[]): 'allowed' | 'passes' | 'refused' {
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
  const ownLease = letters.map(({ _id, leaseNumber }) => ({ _id, leaseNumber, status: 'leased' as const }));
  const [only] = letters;
  const [lease] = ownLease;
  if (letters.length === 1 && only && lease) {
    // Under an own lease nobody else has changed it: what stands here need not come back from the server.
    const { matchedCount } = await db.native(db.outbox).updateOne(lease, mark, { session });
    return matchedCount === 1 ? [{ ...only, status: 'handing-over', claimId }] : [];
  }
  await db.outbox.updateMany({ $or: ownLease }, mark, { session, updatePipeline: true });
  const ids = letters.map(({ _id }) => _id);
  return db.outbox
    .find({ _id: { $in: ids }, claimId })
    .session(session)
    .lean<OutboxMessage[]>();
}
