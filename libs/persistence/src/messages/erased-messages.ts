import { createHmac } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { KeyRing, LedgerKey } from '../keys/key-ring';

/** Whether a message was removed with its sender. */
export async function isErased(db: Database, keys: KeyRing, messageId: string): Promise<boolean> {
  const hashes = keys.ledger.all.map((key) => hashOf(messageId, key));
  return (await db.native(db.erasedMessages).findOne({ _id: { $in: hashes } })) !== null;
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
