import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import { KeyRing } from '../keys/key-ring';
import { ensureGuards } from '../recipients/ensure-guards';
import type { OutboxMessage } from './outbox.schema';

/** What the operator is told that is no conversation's to tell. */
@Injectable()
export class NoticeStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /** Queues a notice, with the guard its hand-over asks for; the same one again changes nothing. */
  async tell(notice: OutboxMessage): Promise<'told' | 'told-already'> {
    try {
      return await this.db.transaction<'told'>(async (session) => {
        await ensureGuards(this.db, this.keys, session, [notice.to]);
        await this.db.native(this.db.outbox).insertOne(notice, { session });
        return 'told';
      });
    } catch (error) {
      if (isDuplicateKey(error)) return 'told-already';
      throw error;
    }
  }

  async isTold(id: string): Promise<boolean> {
    return (await this.db.outbox.exists({ _id: id })) !== null;
  }
}
