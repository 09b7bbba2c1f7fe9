import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { cellId } from './book-slots';
import type { SlotDocument } from './slot.schema';

/** The demo slots that are booked. */
@Injectable()
export class SlotStore {
  constructor(private readonly db: Database) {}

  /** Starts of the calendar cells that are taken, `from` included and `to` excluded, in order. */
  async takenCells(productId: string, from: Date, to: Date): Promise<Date[]> {
    const between = { _id: { $gte: cellId(productId, from), $lt: cellId(productId, to) } };
    const cells = await this.db.slotCells.find(between, { startsAt: 1 }).sort({ _id: 1 }).lean();
    return cells.map(({ startsAt }) => startsAt);
  }

  /** The slots that begin at `from` or later, the earliest first. */
  async ofProduct(productId: string, from: Date): Promise<SlotDocument[]> {
    return this.db.slots
      .find({ productId, startsAt: { $gte: from } })
      .sort({ startsAt: 1 })
      .lean<SlotDocument[]>();
  }

  async find(uid: string): Promise<SlotDocument | null> {
    return this.db.slots.findById(uid).lean<SlotDocument>();
  }
}
