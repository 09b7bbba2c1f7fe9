import { slotInWords } from './slot-in-words';

const NOW = new Date('2026-11-22T12:00:00+03:00');

function slot(startsAt: string): Parameters<typeof slotInWords>[0] {
  return { startsAt: new Date(startsAt), endsAt: new Date(new Date(startsAt).getTime() + 1_800_000) };
}

describe('the time a letter names to the contact', () => {
  it.each([
    ['ru', 'Europe/Moscow', 'четверг, 3 декабря, 14:00–14:30 (Москва)'],
    ['en', 'Europe/Moscow', 'Thursday, 3 December, 14:00–14:30 (Moscow Time)'],
    ['en', 'America/New_York', 'Thursday, 3 December, 06:00–06:30 (New York Time)'],
    ['ru', 'Asia/Vladivostok', 'четверг, 3 декабря, 21:00–21:30 (Владивосток)'],
  ] as const)('is said in %s where the contact lives, %s', (language, timeZone, words) => {
    expect(slotInWords(slot('2026-12-03T14:00:00+03:00'), language, timeZone, NOW)).toBe(words);
  });

  it('carries its year when it is another year', () => {
    expect(slotInWords(slot('2027-01-12T10:00:00+03:00'), 'ru', 'Europe/Moscow', NOW)).toBe(
      'вторник, 12 января 2027, 10:00–10:30 (Москва)',
    );
  });
});
