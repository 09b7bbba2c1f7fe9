import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { ApprovedDraft } from '../turns/turn-commit';

/**
 * Lets drafts go out, inside the caller's transaction, with the operator's own words where there are any. False when
 * one of them is neither a draft nor still queued.
 */
export async function approveDrafts(
  db: Database,
  session: ClientSession,
  drafts: readonly ApprovedDraft[],
): Promise<boolean> {
  for (const { id, text, html } of drafts) {
    const words = { ...(text === null ? {} : { text }), ...(html === null ? {} : { html }) };
    const { matchedCount } = await db.outbox.updateOne(
      { _id: id, status: { $in: ['draft', 'queued'] } },
      { $set: { status: 'queued', ...words } },
      { session },
    );
    if (matchedCount !== 1) return false;
  }
  return true;
}
