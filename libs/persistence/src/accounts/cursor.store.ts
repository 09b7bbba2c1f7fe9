import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { MailboxCursor } from './account.schema';

/** How far each mailbox is read, and which instance reads it. */
@Injectable()
export class CursorStore {
  constructor(private readonly db: Database) {}

  /** Takes the mailbox unless an instance that is alive holds it; null when one does. */
  async hold(accountId: string, by: string, alive: readonly string[]): Promise<MailboxCursor | null> {
    const free = [...alive].filter((instance) => instance !== by);
    try {
      return await this.db.cursors
        .findOneAndUpdate(
          { _id: accountId, heldBy: { $nin: free } },
          { $set: { heldBy: by }, $setOnInsert: { uidValidity: '', lastUid: 0 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<MailboxCursor>();
    } catch (error) {
      // The upsert met a cursor that somebody alive holds.
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Which instance holds each mailbox, by the account's id; a mailbox nobody ever read is not in it. */
  async holders(): Promise<ReadonlyMap<string, string | null>> {
    const cursors = await this.db.cursors.find({}, { heldBy: 1 }).lean<Pick<MailboxCursor, '_id' | 'heldBy'>[]>();
    return new Map(cursors.map(({ _id, heldBy }) => [_id, heldBy]));
  }

  /** Moves the cursor past messages that are stored; false when another instance holds the mailbox by now. */
  async advance(accountId: string, by: string, to: Pick<MailboxCursor, 'uidValidity' | 'lastUid'>): Promise<boolean> {
    const { matchedCount } = await this.db.cursors.updateOne({ _id: accountId, heldBy: by }, { $set: to });
    return matchedCount === 1;
  }

  async release(accountId: string, by: string): Promise<void> {
    await this.db.cursors.updateOne({ _id: accountId, heldBy: by }, { $set: { heldBy: null } });
  }
}
