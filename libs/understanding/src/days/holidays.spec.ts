import { MOSCOW, NOW } from '../reading.builder';
import { readOffline } from '../read-offline';

const GERMAN = ['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06'];
const RUSSIAN = ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-02-23'];

function dayAfter(text: string, daysOff: readonly string[], now = NOW): string | undefined {
  const { intents } = readOffline(text, { now, timeZone: MOSCOW, ownAddresses: [], daysOff });
  const until = intents.find((intent) => intent.type === 'postpone')?.until;
  return until && new Intl.DateTimeFormat('sv-SE', { timeZone: MOSCOW }).format(until);
}

describe('the day after the holidays', () => {
  it.each([
    ['Напишите после праздников', RUSSIAN, '2027-01-11'],
    ['Напишите после праздников', GERMAN, '2027-01-04'],
    ['Write to me after the holidays', RUSSIAN, '2027-01-11'],
    ['Write to me after the holidays', GERMAN, '2027-01-04'],
    ['Write to me after Easter', GERMAN, '2027-03-30'],
    ['Write to me after Easter', RUSSIAN, '2027-03-29'],
    ['Напишите после нового года', RUSSIAN, '2027-01-11'],
    ['Напишите после праздников', [], '2027-01-04'],
  ])('is the first on which people work where the product is sold: %s, %j', (text, daysOff, day) => {
    expect(dayAfter(text, daysOff)).toBe(day);
  });

  it('is that of the holidays that come next', () => {
    const february = new Date('2027-02-15T12:00:00+03:00');
    expect(dayAfter('Напишите после праздников', RUSSIAN, february)).toBe('2027-02-24');
  });

  it('is still ahead in the middle of them', () => {
    const january = new Date('2027-01-05T12:00:00+03:00');
    expect(dayAfter('Напишите после праздников', RUSSIAN, january)).toBe('2027-01-11');
    expect(dayAfter('Напишите после нового года', RUSSIAN, january)).toBe('2027-01-11');
  });
});
