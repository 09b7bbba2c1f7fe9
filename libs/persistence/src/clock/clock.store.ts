import { Injectable } from '@nestjs/common';
import { Database } from '../database';

/** The document that moves business time in a demo or a test. */
@Injectable()
export class ClockStore {
  constructor(private readonly db: Database) {}

  async aheadMs(): Promise<number> {
    const clock = await this.db.clock.findById('business').lean();
    return clock?.aheadMs ?? 0;
  }

  /** Business time runs on from `moment`, as fast as the host's clock. */
  async moveTo(moment: Date): Promise<void> {
    const aheadMs = moment.getTime() - Date.now();
    await this.db.clock.updateOne({ _id: 'business' }, { $set: { aheadMs } }, { upsert: true });
  }
}
