import { openingTime } from './demo-clock';

describe('the business time a demo begins at', () => {
  it.each([
    ['on a working day', '2026-11-20T12:30:00+03:00', '2026-11-20T12:30:00+03:00'],
    ['early in the morning', '2026-11-20T05:00:00+03:00', '2026-11-20T10:00:00+03:00'],
    ['on a Friday night', '2026-11-20T23:00:00+03:00', '2026-11-23T10:00:00+03:00'],
    ['on a Sunday', '2026-11-22T12:00:00+03:00', '2026-11-23T10:00:00+03:00'],
  ])('is a working hour: %s', (_, now, begins) => {
    expect(openingTime(new Date(now), 'Europe/Moscow')).toEqual(new Date(begins));
  });
});
