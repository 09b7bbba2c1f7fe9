import * as fc from 'fast-check';
import type { LocalCalendar } from '@app/domain/rules';
import { isWorkingMoment } from '@app/domain/working-time';
import { allowedBy, localDay, nextAllowedAt } from './daily-cap';

const MOSCOW: LocalCalendar = {
  timeZone: 'Europe/Moscow',
  workingHours: { from: '09:00', to: '18:00' },
  holidays: ['2026-11-04'],
};

/** In Moscow, where it is three hours later than in UTC. */
function moscow(local: string): Date {
  return new Date(`2026-11-${local}+03:00`);
}

describe('the letters we write first on one day', () => {
  it.each([
    ['none before work begins', '03T08:59:59.999', 0],
    ['one as soon as it begins', '03T09:00:00.000', 1],
    ['one in its first ninth', '03T09:59:59.999', 1],
    ['two from then on', '03T10:00:00.000', 2],
    ['half of them at half past one', '03T13:30:00.000', 5],
    ['all of them in the last hour', '03T17:00:00.000', 9],
    ['no more of them in the evening', '03T22:00:00.000', 9],
    ['none on a holiday', '04T12:00:00.000', 0],
    ['none on a Saturday', '07T12:00:00.000', 0],
  ])('are, of nine a day, %s', (_, local, allowed) => {
    expect(allowedBy(9, MOSCOW, moscow(local))).toBe(allowed);
  });

  it.each([
    ['in the next ninth of the day', '03T09:30:00.000', 1, '03T10:00:00.000'],
    ['later the more are before it', '03T09:30:00.000', 3, '03T12:00:00.000'],
    ['when work begins, before that', '03T04:00:00.000', 1, '03T09:00:00.000'],
    ['on the next working day, once the day is used up', '03T17:30:00.000', 1, '05T09:00:00.000'],
    ['on the days after it, once that is used up too', '03T17:30:00.000', 20, '09T10:00:00.000'],
    ['after the holiday', '04T12:00:00.000', 2, '05T10:00:00.000'],
  ])('are put off, of nine a day, %s', (_, local, more, expected) => {
    expect(nextAllowedAt(9, MOSCOW, moscow(local), more)).toEqual(moscow(expected));
  });

  it('are put off to the next working day, again and again, where none is allowed', () => {
    expect(nextAllowedAt(0, MOSCOW, moscow('03T10:00:00.000'), 1)).toEqual(moscow('05T09:00:00.000'));
  });

  it('count for the day it is where the contact is', () => {
    expect(localDay(MOSCOW, new Date('2026-11-03T22:00:00Z'))).toBe('2026-11-04');
  });

  const caps = fc.integer({ min: 1, max: 500 });
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const windows = fc.record<LocalCalendar>({
    timeZone: fc.constantFrom('Europe/Moscow', 'Asia/Vladivostok', 'America/New_York', 'UTC', 'Asia/Kathmandu'),
    workingHours: fc.constantFrom(
      { from: '09:00', to: '18:00' },
      { from: '10:15', to: '10:20' },
      { from: '00:00', to: '23:59' },
    ),
    holidays: fc.constantFrom([], ['2026-11-04', '2026-12-31'], ['2027-01-01']),
  });

  it('are never more than the cap, and never fewer as the day goes on', () => {
    fc.assert(
      fc.property(caps, windows, moments, fc.nat(86_400_000), (cap, window, now, later) => {
        const then = new Date(now.getTime() + later);
        fc.pre(localDay(window, now) === localDay(window, then));
        const [before, after] = [allowedBy(cap, window, now), allowedBy(cap, window, then)];
        expect(0 <= before && before <= after && after <= cap).toBe(true);
      }),
    );
  });

  it('are let through at the very moment they were put off to, which is always in working hours', () => {
    fc.assert(
      fc.property(caps, windows, moments, fc.integer({ min: 1, max: 100 }), (cap, window, now, more) => {
        const then = nextAllowedAt(cap, window, now, more);
        expect(then.getTime()).toBeGreaterThan(now.getTime());
        expect(isWorkingMoment(then, window)).toBe(true);
        const allowed = allowedBy(cap, window, then);
        const justBefore = new Date(then.getTime() - 1);
        if (localDay(window, then) === localDay(window, justBefore)) {
          expect(allowed).toBeGreaterThan(allowedBy(cap, window, justBefore));
        }
        if (localDay(window, then) === localDay(window, now)) expect(allowed).toBe(allowedBy(cap, window, now) + more);
      }),
    );
  });
});
