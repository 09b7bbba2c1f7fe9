import { createHmac } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { KeyRing, LedgerKey } from '../keys/key-ring';

/** Which of these messages were removed with their sender. */
export async function erasedAmong(
  db: Database,
  keys: KeyRing,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const idOf = new Map(messageIds.flatMap((id) => keys.ledger.all.map((key) => [hashOf(id, key), id])));
  const erased = await db
    .native(db.erasedMessages)
    .find({ _id: { $in: [...idOf.keys()] } })
    .toArray();
  return new Set(erased.flatMap(({ _id }) => idOf.get(_id) ?? []));
}

/** Remembers these messages as erased, inside the caller's transaction: only keyed hashes of their ids. */
export async function rememberErased(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  messageIds: readonly string[],
): Promise<void> {
  const made = messageIds.map((id) => {
    const _id = hashOf(id, keys.ledger.current);
    return { updateOne: { filter: { _id }, update: { $setOnInsert: { _id } }, upsert: true } };
  });
  if (made.length > 0) await db.erasedMessages.bulkWrite(made, { session });
}

function hashOf(messageId: string, key: LedgerKey): string {
  return `${key.id}:${createHmac('sha256', key.bytes).update(`message:${messageId}`).digest('base64url')}`;
}
