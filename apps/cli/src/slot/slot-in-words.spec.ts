import { slotInWords } from './slot-in-words';

describe('a slot', () => {
  it('is named in the time of the product, wherever the operator is', () => {
    const slot = { startsAt: new Date('2026-12-03T11:00:00Z'), endsAt: new Date('2026-12-03T11:30:00Z') };
    expect(slotInWords(slot, 'Europe/Moscow')).toBe('Thu 3 Dec 2026, 14:00 to 14:30 (Europe/Moscow)');
  });
});
