import { dateInWords } from './date-in-words';

const NOW = new Date('2026-11-22T12:00:00+03:00');
const MOSCOW = 'Europe/Moscow';

describe('the day a letter names to the contact', () => {
  it('is said in the language of the letter', () => {
    const day = new Date('2026-12-01T00:00:00+03:00');
    expect(dateInWords(day, 'ru', MOSCOW, NOW)).toBe('1 декабря');
    expect(dateInWords(day, 'en', MOSCOW, NOW)).toBe('1 December');
  });

  it('carries its year when it is another year', () => {
    const day = new Date('2027-01-11T00:00:00+03:00');
    expect(dateInWords(day, 'ru', MOSCOW, NOW)).toBe('11 января 2027');
    expect(dateInWords(day, 'en', MOSCOW, NOW)).toBe('11 January 2027');
  });

  it('is the day where the contact lives', () => {
    expect(dateInWords(new Date('2026-12-01T00:00:00+03:00'), 'en', 'America/New_York', NOW)).toBe('30 November');
  });
});
