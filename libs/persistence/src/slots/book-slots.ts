import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { NewSlot } from '../turns/turn-commit';

/** ISO times of one length: their order as text is their order in time. */
export function cellId(productId: string, startsAt: Date): string {
  return `${productId}:${startsAt.toISOString()}`;
}

/** Gives slots back, inside the caller's transaction: their times are free with its commit. */
export async function releaseSlots(db: Database, session: ClientSession, uids: readonly string[]): Promise<void> {
  await db.slotCells.deleteMany({ uid: { $in: uids } }, { session });
  await db.slots.deleteMany({ _id: { $in: uids } }, { session });
}

/**
 * Books each slot, inside the caller's transaction: one unique document for each cell of the calendar. A slot of the
 * same UID that stands is moved. False, and the transaction is to be undone, when another slot has one of the cells.
 */
export async function bookSlots(db: Database, session: ClientSession, slots: readonly NewSlot[]): Promise<boolean> {
  for (const { uid, cells, ...slot } of slots) {
    const { productId, contactId, conversationId, startsAt, endsAt, sequence, at } = slot;
    await db.slotCells.deleteMany({ uid }, { session });
    try {
      await db.slotCells.insertMany(
        cells.map((cell) => ({ _id: cellId(productId, cell), uid, startsAt: cell })),
        { session },
      );
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
    await db.slots.replaceOne(
      { _id: uid },
      { productId, contactId, conversationId, startsAt, endsAt, sequence, at },
      { session, upsert: true },
    );
  }
  return true;
}
