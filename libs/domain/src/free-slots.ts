import { DateTime } from 'luxon';
import type { LocalCalendar } from './rules';
import type { Period, Slot } from './slot';
import { workOf } from './working-time';

/** Slots begin on a grid, so that two that overlap have a cell of it in common. */
export const GRID_MINUTES = 15;

const MINUTE = 60_000;
const CELL = GRID_MINUTES * MINUTE;
const MOST_OFFERED = 3;

export interface SlotSettings {
  readonly lengthMinutes: number;
  /** Kept free after each slot. */
  readonly bufferMinutes: number;
  /** The earliest slot begins this long from now. */
  readonly noticeHours: number;
  /** The latest slot begins this many days from now. */
  readonly withinDays: number;
}

interface Facts {
  readonly calendar: LocalCalendar;
  readonly settings: SlotSettings;
  /** Starts of the cells others have. */
  readonly taken: readonly Date[];
  readonly now: Date;
  readonly wish?: Period;
}

/** Starts of all cells a slot takes up, its buffer included. */
export function cellsOf({ startsAt, endsAt }: Slot, bufferMinutes: number): Date[] {
  const first = Math.floor(startsAt.getTime() / CELL);
  const end = Math.ceil((endsAt.getTime() + bufferMinutes * MINUTE) / CELL);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => new Date((first + index) * CELL));
}

/** At most three free slots that do not overlap: those that begin within the wish first, then one on each day. */
export function freeSlots(facts: Facts): { readonly slots: Slot[]; readonly wishFits: boolean } {
  const days = freeDays(facts);
  const free = days.flat();
  const { wish } = facts;
  const fitting = wish ? free.filter(({ startsAt }) => wish.from <= startsAt && startsAt < wish.to) : [];
  const firsts = days.flatMap((day) => day.slice(0, 1));
  return { slots: firstApart([...fitting, ...firsts, ...free]), wishFits: fitting.length > 0 };
}

/** Each working day's free slots. */
function freeDays({ calendar, settings, taken, now }: Facts): Slot[][] {
  const takenCells = new Set(taken.map((cell) => cell.getTime()));
  const length = settings.lengthMinutes * MINUTE;
  const earliest = now.getTime() + settings.noticeHours * 60 * MINUTE;
  const latest = now.getTime() + settings.withinDays * 24 * 60 * MINUTE;
  const today = DateTime.fromJSDate(now, { zone: calendar.timeZone });

  return Array.from({ length: settings.withinDays + 1 }, (_, days) => {
    const work = workOf(today.plus({ days }), calendar);
    if (!work) return [];
    const first = Math.ceil(Math.max(work.from.getTime(), earliest) / CELL) * CELL;
    const last = Math.min(work.to.getTime() - length, latest);
    const free: Slot[] = [];
    for (let start = first; start <= last; start += CELL) {
      const slot = { startsAt: new Date(start), endsAt: new Date(start + length) };
      if (!cellsOf(slot, settings.bufferMinutes).some((cell) => takenCells.has(cell.getTime()))) free.push(slot);
    }
    return free;
  });
}

function firstApart(slots: readonly Slot[]): Slot[] {
  const apart: Slot[] = [];
  for (const slot of slots) {
    if (apart.length === MOST_OFFERED) break;
    if (!apart.some((one) => slot.startsAt < one.endsAt && one.startsAt < slot.endsAt)) apart.push(slot);
  }
  return apart;
}
