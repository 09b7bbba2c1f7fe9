import { wishedSlot } from './wished-slot';

const at = (hhmm: string): Date => new Date(`2026-11-24T${hhmm}:00Z`);
const ten = { startsAt: at('10:00'), endsAt: at('10:30') };
const noon = { startsAt: at('12:00'), endsAt: at('12:30') };
const booked = { ...noon, uid: 'u', sequence: 0 };

describe('a contact', () => {
  it('who picks one of the times offered wants that one and no other', () => {
    const wished = wishedSlot({ type: 'demo', choice: 2 }, { offered: [noon, ten], slot: null }, 15);
    expect(wished).toMatchObject({ chosen: ten, wish: { from: ten.startsAt, to: ten.endsAt } });
  });

  it('who wants another time may have one that overlaps the time they would give back', () => {
    const wish = { from: at('11:00'), to: at('18:00') };
    const wished = wishedSlot({ type: 'demo', wish }, { offered: [], slot: booked }, 15);
    expect(wished.free).toEqual(new Set([at('12:00'), at('12:15'), at('12:30')].map((cell) => cell.getTime())));
  });

  it('who names no time is not offered the one they have', () => {
    expect(wishedSlot({ type: 'demo' }, { offered: [], slot: booked }, 15).free.size).toBe(0);
  });
});
