import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { VainStarts } from './link.schema';

/** So many tokens that are none, and further ones are not even looked at. */
export const MOST_VAIN_STARTS = 5;

/** For so long after the last of them, in business time. */
export const VAIN_STARTS_COUNT_FOR_MS = 3_600_000;

/** Whether a user has lately tried so many tokens that no more are looked at. */
export async function triesInVain(db: Database, session: ClientSession, user: string, at: Date): Promise<boolean> {
  const known = await db.telegramVainStarts.findById(user).session(session).lean<VainStarts>();
  return known !== null && isLately(known, at) && known.messages.length >= MOST_VAIN_STARTS;
}

/** Counts a token that is none, the same message once. */
export async function countVainStart(
  db: Database,
  session: ClientSession,
  user: string,
  { messageId, at }: { readonly messageId: string; readonly at: Date },
): Promise<void> {
  const known = await db.telegramVainStarts.findById(user).session(session).lean<VainStarts>();
  const lately = known && isLately(known, at) ? known.messages : [];
  const messages = [...new Set([...lately, messageId])];
  await db.telegramVainStarts.updateOne({ _id: user }, { $set: { messages, at } }, { session, upsert: true });
}

function isLately({ at: last }: VainStarts, at: Date): boolean {
  return at.getTime() - last.getTime() < VAIN_STARTS_COUNT_FOR_MS;
}
