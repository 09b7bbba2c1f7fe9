import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import type { LocalCalendar } from './rules';
import { isWorkingMoment, nextWorkingMoment, workingDayAfter } from './working-time';

const MOSCOW: LocalCalendar = {
  timeZone: 'Europe/Moscow',
  workingHours: { from: '10:00', to: '19:00' },
  holidays: ['2027-01-01', '2027-01-04', '2027-01-05'],
};
const in_ = (timeZone: string, calendar: Partial<LocalCalendar> = {}): LocalCalendar => ({
  ...MOSCOW,
  timeZone,
  ...calendar,
});

describe('a letter we write first', () => {
  it.each([
    ['at once during working hours', '2026-11-23T12:00+03:00', '2026-11-23T12:00+03:00'],
    ['at the start of work when written at night', '2026-11-23T03:00+03:00', '2026-11-23T10:00+03:00'],
    ['the next morning when written at the very end of work', '2026-11-23T19:00+03:00', '2026-11-24T10:00+03:00'],
    ['on Monday when written on Friday night', '2026-11-27T20:00+03:00', '2026-11-30T10:00+03:00'],
    ['on the first working day after the holidays', '2026-12-31T20:00+03:00', '2027-01-06T10:00+03:00'],
  ])('leaves %s', (_, written, leaves) => {
    expect(nextWorkingMoment(new Date(written), MOSCOW)).toEqual(new Date(leaves));
  });

  it('leaves in the morning of a zone that is a quarter of an hour off', () => {
    const moment = nextWorkingMoment(new Date('2026-11-23T00:00Z'), in_('Asia/Kathmandu'));
    expect(moment).toEqual(new Date('2026-11-23T10:00+05:45'));
  });

  it('leaves at ten by the clocks on the wall, before and after they are changed', () => {
    const berlin = in_('Europe/Berlin');
    expect(nextWorkingMoment(new Date('2027-03-26T19:00+01:00'), berlin)).toEqual(new Date('2027-03-29T10:00+02:00'));
    expect(nextWorkingMoment(new Date('2026-10-23T20:00+02:00'), berlin)).toEqual(new Date('2026-10-26T10:00+01:00'));
  });

  it('leaves when work begins at an hour that the clocks skip or repeat', () => {
    const nights = { workingHours: { from: '02:30', to: '06:00' } };
    const skips = in_('Asia/Jerusalem', nights);
    expect(nextWorkingMoment(new Date('2027-03-26T00:00+02:00'), skips)).toEqual(new Date('2027-03-26T03:30+03:00'));
    const repeats = nextWorkingMoment(new Date('2026-11-01T00:00-04:00'), in_('America/New_York', nights));
    expect(isWorkingMoment(repeats, in_('America/New_York', nights))).toBe(true);
  });

  it('leaves at last, even if a year of holidays is listed', () => {
    const first = DateTime.fromISO('2026-11-23', { zone: 'Europe/Moscow' });
    const holidays = Array.from({ length: 366 }, (_, days) => first.plus({ days }).toFormat('yyyy-MM-dd'));
    const moment = nextWorkingMoment(first.toJSDate(), { ...MOSCOW, holidays });
    expect(moment).toEqual(new Date('2027-11-24T10:00+03:00'));
  });

  it.each([
    ['work ends before it begins', in_('Europe/Moscow', { workingHours: { from: '19:00', to: '10:00' } })],
    ['the zone is none', in_('Mars/Olympus')],
  ])('is not held for ever when %s', (_, calendar) => {
    const moment = new Date('2026-11-23T03:00Z');
    expect(nextWorkingMoment(moment, calendar)).toBe(moment);
  });

  it('is not held for ever when its day is none', () => {
    expect(nextWorkingMoment(new Date(NaN), MOSCOW).getTime()).toBeNaN();
    expect(workingDayAfter(new Date(NaN), 3, MOSCOW).getTime()).toBeNaN();
  });

  it('leaves at the first working moment, whatever the calendar and the moment', () => {
    fc.assert(
      fc.property(anyMoment, anyCalendar, anyMinutes, (moment, calendar, minutes) => {
        const next = nextWorkingMoment(moment, calendar);
        expect(next >= moment).toBe(true);
        expect(isWorkingMoment(next, calendar)).toBe(true);
        expect(nextWorkingMoment(next, calendar)).toEqual(next);
        // Nobody works in between, wherever one looks.
        const between = new Date(moment.getTime() + minutes * 60_000);
        if (between < next) expect(isWorkingMoment(between, calendar)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('never leaves before one that was written earlier', () => {
    fc.assert(
      fc.property(anyMoment, anyMinutes, anyCalendar, (moment, minutes, calendar) => {
        const later = new Date(moment.getTime() + minutes * 60_000);
        expect(nextWorkingMoment(moment, calendar) <= nextWorkingMoment(later, calendar)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const anyMoment = fc.date({
  min: new Date('2026-01-01T00:00Z'),
  max: new Date('2028-01-01T00:00Z'),
  noInvalidDate: true,
});
const anyMinutes = fc.nat({ max: 10_000 });
const anyDay = fc
  .date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2028-01-01T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyCalendar: fc.Arbitrary<LocalCalendar> = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Moscow',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Africa/Cairo',
  ),
  workingHours: fc.constantFrom(
    { from: '09:00', to: '18:00' },
    { from: '00:00', to: '23:59' },
    { from: '01:30', to: '02:15' },
  ),
  holidays: fc.array(anyDay, { maxLength: 40 }),
});
