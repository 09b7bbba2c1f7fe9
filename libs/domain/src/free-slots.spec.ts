import * as fc from 'fast-check';
import { cellsOf, freeSlots, GRID_MINUTES } from './free-slots';
import type { Slot } from './slot';
import { isWorkingMoment } from './working-time';

const CALENDAR = {
  timeZone: 'Europe/Moscow',
  workingHours: { from: '10:00', to: '19:00' },
  holidays: ['2026-11-25'],
};
const SETTINGS = { lengthMinutes: 60, bufferMinutes: 15, noticeHours: 4, withinDays: 14 };
const at = (time: string) => new Date(`2026-11-${time}:00+03:00`);
/** Monday, ten o'clock. */
const FACTS = { calendar: CALENDAR, settings: SETTINGS, taken: [], now: at('23T10:00') };
const startsOf = (slots: readonly Slot[]) => slots.map(({ startsAt }) => startsAt);

describe('a contact who asks for a demo', () => {
  it('is offered three days, not before the notice, and no holiday', () => {
    const { slots, wishFits } = freeSlots(FACTS);
    expect(startsOf(slots)).toEqual([at('23T14:00'), at('24T10:00'), at('26T10:00')]);
    expect(wishFits).toBe(false);
  });

  it('and wishes for Thursday after two gets Thursday at two, and other times then', () => {
    const { slots, wishFits } = freeSlots({ ...FACTS, wish: { from: at('26T14:00'), to: at('27T00:00') } });
    expect(startsOf(slots)).toEqual([at('26T14:00'), at('26T15:00'), at('26T16:00')]);
    expect(wishFits).toBe(true);
  });

  it.each([
    ['a Sunday', { from: at('29T00:00'), to: at('30T00:00') }],
    ['a holiday', { from: at('25T00:00'), to: at('26T00:00') }],
    ['the past', { from: at('20T00:00'), to: at('21T00:00') }],
    ['next year', { from: new Date('2027-11-24T00:00Z'), to: new Date('2027-11-25T00:00Z') }],
    ['no time at all', { from: new Date(NaN), to: new Date(NaN) }],
  ])('and wishes for %s is offered what there is', (_, wish) => {
    expect(freeSlots({ ...FACTS, wish })).toEqual({ slots: freeSlots(FACTS).slots, wishFits: false });
  });

  it('is not offered what another has, nor what runs into it', () => {
    const others = { startsAt: at('24T10:00'), endsAt: at('24T11:00') };
    const { slots } = freeSlots({ ...FACTS, taken: cellsOf(others, 15) });
    expect(startsOf(slots)).toEqual([at('23T14:00'), at('24T11:15'), at('26T10:00')]);
  });

  it('is offered several times of one day when there is only one', () => {
    const { slots } = freeSlots({ ...FACTS, settings: { ...SETTINGS, withinDays: 1 }, now: at('23T14:00') });
    expect(startsOf(slots)).toEqual([at('23T18:00'), at('24T10:00'), at('24T11:00')]);
  });

  it('is offered nothing when everything is taken', () => {
    const always = { startsAt: at('23T00:00'), endsAt: new Date('2026-12-31T00:00:00Z') };
    expect(freeSlots({ ...FACTS, taken: cellsOf(always, 0) })).toEqual({ slots: [], wishFits: false });
  });
});

describe('a slot', () => {
  it('takes up the cells it lies in, its buffer included', () => {
    expect(cellsOf({ startsAt: at('24T10:05'), endsAt: at('24T10:35') }, 15)).toEqual([
      at('24T10:00'),
      at('24T10:15'),
      at('24T10:30'),
      at('24T10:45'),
    ]);
  });

  it('shares a cell with every slot it overlaps', () => {
    fc.assert(
      fc.property(anySlot, anySlot, (one, other) => {
        const cells = new Set(cellsOf(one, 0).map(Number));
        const isShared = cellsOf(other, 0).some((cell) => cells.has(Number(cell)));
        if (one.startsAt < other.endsAt && other.startsAt < one.endsAt) expect(isShared).toBe(true);
      }),
    );
  });

  it('is offered only where it is free, in working hours and in time', () => {
    fc.assert(
      fc.property(fc.array(anySlot, { maxLength: 12 }), fc.nat({ max: 20_000 }), (booked, minutes) => {
        const now = new Date(at('23T10:00').getTime() + minutes * 60_000);
        const taken = booked.flatMap((slot) => cellsOf(slot, SETTINGS.bufferMinutes));
        const { slots } = freeSlots({ ...FACTS, taken, now });
        for (const slot of slots) {
          expect(isWorkingMoment(slot.startsAt, CALENDAR)).toBe(true);
          expect(isWorkingMoment(new Date(slot.endsAt.getTime() - 1), CALENDAR)).toBe(true);
          expect(slot.startsAt.getTime() - now.getTime()).toBeGreaterThanOrEqual(4 * 3_600_000);
          expect(slot.startsAt.getTime() % (GRID_MINUTES * 60_000)).toBe(0);
          expect(booked.filter((one) => slot.startsAt < one.endsAt && one.startsAt < slot.endsAt)).toEqual([]);
        }
      }),
    );
  });
});

const anySlot: fc.Arbitrary<Slot> = fc
  .tuple(fc.nat({ max: 14 * 96 }), fc.integer({ min: 1, max: 8 }))
  .map(([cell, cells]) => {
    const startsAt = new Date(at('23T00:00').getTime() + cell * GRID_MINUTES * 60_000);
    return { startsAt, endsAt: new Date(startsAt.getTime() + cells * GRID_MINUTES * 60_000) };
  });
