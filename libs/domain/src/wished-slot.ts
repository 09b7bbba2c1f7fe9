import { cellsOf, freeSlots, type SlotSettings } from './free-slots';
import type { DemoWanted } from './intent';
import type { MessageUnderstood } from './event';
import type { Memory } from './memory';
import type { LocalCalendar } from './rules';
import type { Period, Slot } from './slot';

/** The calendar a demo is given in. */
export interface DemoCalendar {
  readonly calendar: LocalCalendar;
  readonly settings: SlotSettings;
  /** Starts of the grid cells that are taken, the contact's own included. */
  readonly taken: readonly Date[];
  readonly now: Date;
}

/** The free slots for a contact who wants a demo, and whether the first of them is what the contact wishes for. */
export function slotsForWish(
  demo: DemoWanted,
  memory: Pick<Memory, 'offered' | 'slot'>,
  { calendar, settings, taken, now }: DemoCalendar,
): Pick<MessageUnderstood, 'freeSlots' | 'wishFits'> {
  const { chosen, wish, free } = wishedSlot(demo, memory, settings.bufferMinutes);
  const found = freeSlots({
    calendar,
    settings,
    taken: taken.filter((cell) => !free.has(cell.getTime())),
    now,
    ...(wish ? { wish } : {}),
  });
  const first = found.slots[0]?.startsAt.getTime();
  return { freeSlots: found.slots, wishFits: chosen ? first === chosen.startsAt.getTime() : found.wishFits };
}

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
