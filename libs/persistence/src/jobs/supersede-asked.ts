import type { ClientSession } from 'mongoose';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Database } from '../database';
import { supersedeJobs } from './ask-jobs';

/** Takes back what these conversations wait for, inside the transaction that closes them. */
export async function supersedeAsked(
  db: Database,
  session: ClientSession,
  conversationIds: readonly string[],
  by: string,
): Promise<void> {
  const found = await db
    .native(db.conversations)
    .find({ _id: { $in: [...conversationIds] }, askedJob: { $gt: '' } }, { session, projection: { askedJob: 1 } })
    .toArray();
  const jobIds = found.flatMap(({ askedJob }) => askedJob ?? []);
  await supersedeJobs(db, session, jobIds, opaqueId(by));
}
