import type { Letter } from '@app/domain/letter';
import type { Database } from '@app/persistence/database';
import type { Finding } from './finding';

/**
 * What the server's own order of commits says of stops and claims. Reads the oplog: it holds each transaction at the time
 * of its commit. Letters that may pass a stop are left out.
 */
export async function claimFinding(db: Database): Promise<Finding> {
  const contactOf = await contactsOfGuards(db);
  const recipientOf = await contactsOfLettersThatMustStop(db);
  const stopped = new Set<string>();
  let claims = 0;
  const claimedAfterStop: string[] = [];
  const { name } = db.connection;
  const oplog = db.connection.getClient().db('local').collection('oplog.rs');
  const touching = { 'o.applyOps.ns': { $in: [`${name}.recipients`, `${name}.outbox`] } };
  for await (const entry of oplog.find(touching).sort({ $natural: 1 })) {
    const writes = (entry['o'] as { applyOps: AppliedWrite[] }).applyOps;
    for (const { ns, o, o2 } of writes) {
      const id = o2?._id ?? '';
      const set = JSON.stringify(o);
      if (ns === `${name}.recipients` && set.includes('"suppressed":true')) stopped.add(contactOf.get(id) ?? id);
      if (ns !== `${name}.outbox` || !set.includes('"handing-over"')) continue;
      claims += 1;
      if (stopped.has(recipientOf.get(id) ?? '')) claimedAfterStop.push(id);
    }
  }
  const nothing = stopped.size === 0 || claims === 0 ? ['no stop and claim to compare'] : [];
  const among = `${claims} claims and the stops of ${stopped.size} contacts`;
  return { what: 'letters claimed after a stop', among, wrong: [...claimedAfterStop, ...nothing] };
}

/** The only three; the last one answers a contact who asks for something after the stop. */
const MAY_PASS: Letter[] = ['stop-confirmed', 'redirect-thanks', 'ask-to-resume'];

interface AppliedWrite {
  readonly ns: string;
  readonly o: unknown;
  readonly o2?: { readonly _id: string };
}

async function contactsOfGuards(db: Database): Promise<Map<string, string>> {
  const guards = await db.recipients.find({}, { bindings: 1 }).lean();
  return new Map(guards.flatMap(({ _id, bindings }) => bindings.map(({ contactId }) => [_id, contactId] as const)));
}

async function contactsOfLettersThatMustStop(db: Database): Promise<Map<string, string>> {
  const letters = await db.outbox.find({ letters: { $nin: MAY_PASS } }, { contactId: 1 }).lean();
  return new Map(letters.map(({ _id, contactId }) => [_id, contactId]));
}
