import type { Database } from '../database';
import type { OutboxMessage } from './outbox.schema';

/** What came of a claimed letter that is not settled by it. */
export type Progress =
  /** One of several messages it is split into has left. */
  | { readonly type: 'part-sent'; readonly messageId: string }
  /** Its chat has another id by now. */
  | { readonly type: 'moved'; readonly to: string };

/**
 * Notes it and turns the claim into a lease again: what is left to do is claimed anew, and by whoever is there should
 * this gateway die now. Null when the claim was lost meanwhile.
 */
export async function noteProgress(
  db: Database,
  { _id, claimId }: OutboxMessage,
  progress: Progress,
  leaseMs: number,
): Promise<OutboxMessage | null> {
  const leased = { status: 'leased', claimId: null, leaseUntil: { $add: ['$$NOW', leaseMs] } };
  return db
    .native(db.outbox)
    .findOneAndUpdate({ _id, claimId, status: 'handing-over' }, [{ $set: { ...leased, ...changeBy(progress) } }], {
      returnDocument: 'after',
    });
}

function changeBy(progress: Progress): object {
  switch (progress.type) {
    case 'part-sent': {
      const id = { $literal: progress.messageId };
      const parts = { $ifNull: ['$parts', []] };
      return {
        parts: { $concatArrays: [parts, [id]] },
        messageId: { $cond: [{ $eq: ['$messageId', ''] }, id, '$messageId'] },
      };
    }
    case 'moved':
      return { to: { $literal: progress.to } };
    default:
      return progress satisfies never;
  }
}
