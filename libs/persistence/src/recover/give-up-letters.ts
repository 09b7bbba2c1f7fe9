import type { Database } from '../database';
import { NOT_BEGUN } from '../outbox/outbox.schema';

/**
 * Gives up, as `uncertain`, all that was on its way when a backup was made, drafts too: since then it may have left. None
 * of it is repeated, not even an answer, and each conversation learns of its letter. How many there were.
 */
export async function giveUpLetters(db: Database, backupTime: Date, now: Date): Promise<number> {
  const attempt = {
    at: new Date(),
    outcome: 'uncertain' as const,
    code: null,
    phase: null,
    said: `it was on its way in the backup of ${backupTime.toISOString()}, which was restored`,
  };
  const { modifiedCount } = await db.outbox.updateMany(
    { status: { $in: [...NOT_BEGUN, 'handing-over'] } },
    [
      {
        $set: {
          status: 'settled',
          outcome: 'uncertain',
          settledAt: now,
          // Who has been repeated is not repeated again.
          repeats: { $max: ['$repeats', 1] },
          unhandledFor: { $cond: [{ $in: ['operator-notice', '$letters'] }, '$$REMOVE', '$conversationId'] },
          attempts: { $concatArrays: ['$attempts', [{ $literal: attempt }]] },
        },
      },
    ],
    { updatePipeline: true },
  );
  return modifiedCount;
}
