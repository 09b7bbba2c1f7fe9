import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { Pace } from './pace.schema';

/** A turn that was taken, or when one may be asked for again. */
export interface Turn {
  readonly isTaken: boolean;
  readonly inMs: number;
}

/** Hands out moments to send at, one after another, to all instances together; by the server's clock. */
@Injectable()
export class PaceStore {
  constructor(private readonly db: Database) {}

  /** Takes the next turn, `everyMs` after the last one, if that is not more than `withinMs` away. */
  async take(id: string, everyMs: number, withinMs: number): Promise<Turn> {
    const after = { $add: ['$startAt', { $cond: [isWithin(withinMs), everyMs, 0] }] };
    const pace = await this.change(id, [ASKED, { $set: { nextAt: after } }]);
    const inMs = pace.startAt.getTime() - pace.askedAt.getTime();
    return { isTaken: inMs <= withinMs, inMs };
  }

  /** Lets nothing begin for so long: the other side said so. */
  async rest(id: string, forMs: number): Promise<void> {
    await this.change(id, [ASKED, { $set: { nextAt: { $max: ['$startAt', { $add: ['$$NOW', forMs] }] } } }]);
  }

  private async change(id: string, pipeline: object[]): Promise<Pace> {
    try {
      return await this.tryToChange(id, pipeline);
    } catch (error) {
      // Somebody else began it at the same instant; now it stands.
      if (isDuplicateKey(error)) return this.tryToChange(id, pipeline);
      throw error;
    }
  }

  private async tryToChange(id: string, pipeline: object[]): Promise<Pace> {
    // Should a new primary not know of it, a message is refused for being early and leaves a second later.
    const options = { upsert: true, returnDocument: 'after', writeConcern: { w: 1 } } as const;
    const pace = await this.db.native(this.db.telegramPaces).findOneAndUpdate({ _id: id }, pipeline, options);
    if (!pace) throw new Error('an upsert answers with what it made');
    return pace;
  }
}

const ASKED = { $set: { askedAt: '$$NOW', startAt: { $max: ['$nextAt', '$$NOW'] } } };

function isWithin(ms: number): object {
  return { $lte: [{ $subtract: ['$startAt', '$$NOW'] }, ms] };
}
