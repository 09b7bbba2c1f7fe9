import { cellsOf } from './free-slots';
import type { DemoWanted } from './intent';
import type { Memory } from './memory';
import type { Period, Slot } from './slot';

/** When a contact wants a demo. */
export interface WishedSlot {
  /** The slot picked of those offered. */
  readonly chosen: Slot | undefined;
  readonly wish: Period | undefined;
  /** Grid cells (milliseconds since 1970) that stand in nobody's way: those of a slot that would be moved. */
  readonly free: ReadonlySet<number>;
}

/** A choice is a wish for that one slot. Without a wish the contact's own slot stays taken: it is not offered again. */
export function wishedSlot(
  { choice, wish }: DemoWanted,
  { offered, slot }: Pick<Memory, 'offered' | 'slot'>,
  bufferMinutes: number,
): WishedSlot {
  const chosen = choice === undefined ? undefined : offered[choice - 1];
  const wished = chosen ? { from: chosen.startsAt, to: chosen.endsAt } : wish;
  const own = wished && slot ? cellsOf(slot, bufferMinutes) : [];
  return { chosen, wish: wished, free: new Set(own.map((cell) => cell.getTime())) };
}
