import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { Quota } from './quota.schema';

/** How many letters may still leave on a day. A gateway may lose quota when it dies, and never gains any. */
@Injectable()
export class QuotaStore {
  constructor(private readonly db: Database) {}

  /** Takes up to `wanted`, so that never more than `allowed` are taken in sum. How many it took. */
  async reserve(id: string, wanted: number, allowed: number): Promise<number> {
    try {
      return await this.take(id, wanted, allowed);
    } catch (error) {
      // Somebody else began the day at the same instant; now it stands.
      if (isDuplicateKey(error)) return this.take(id, wanted, allowed);
      throw error;
    }
  }

  /** Gives back what was reserved and not used. */
  async giveBack(id: string, unused: number): Promise<void> {
    if (unused > 0) await this.db.quotas.updateOne({ _id: id }, { $inc: { used: -unused } });
  }

  private async take(id: string, wanted: number, allowed: number): Promise<number> {
    const used = { $ifNull: ['$used', 0] };
    const after = { $max: [used, { $min: [{ $add: [used, wanted] }, allowed] }] };
    // The answer is the document as it was before this very update: the difference is ours.
    const before = await this.db.quotas
      .findOneAndUpdate({ _id: id }, [{ $set: { used: after, usedAt: '$$NOW' } }], {
        upsert: true,
        updatePipeline: true,
        returnDocument: 'before',
      })
      .lean<Quota>();
    return Math.max(0, Math.min(wanted, allowed - (before?.used ?? 0)));
  }
}
