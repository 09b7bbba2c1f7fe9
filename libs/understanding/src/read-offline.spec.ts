import * as fc from 'fast-check';
import { MOSCOW, NOW, OFFERED, read } from './reading.builder';
import { readOffline } from './read-offline';

const PIECES = [
  'вернитесь',
  'напишите',
  'не пишите',
  'после',
  'до',
  'праздников',
  '31 февраля',
  'январь',
  '15.01',
  '1 декабря 2099',
  'стоп',
  'демо',
  'в 15:00',
  'come back',
  'after',
  'the 15th',
  'Q1',
  'end of',
  'next',
  'Tuesday',
  'monday',
  'стоит?',
  'anna@firm.example',
  'АЛЁНА@Пример.рф,',
  '<x@y>',
  '@',
  '..',
  '\n',
  '?',
  '—',
  'через',
  'две',
  'недели',
  '29 февраля',
  'недель',
  'второй вариант',
  'с 14 до 16',
  'после 25',
  'отмените встречу',
  'yesterday',
  '@anna_k',
  't.me/',
  'да',
  '99.99.9999',
  '0',
  '+7 495 123-45-67',
  'İ',
  '2027',
];
const words = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 12 })), {
  maxLength: 25,
});
const message = fc.oneof(
  words.map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const timeZone = fc.constantFrom(MOSCOW, 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Santiago');

describe('whatever a contact writes', () => {
  it('is read without a failure, as at least one intent with its evidence', () => {
    fc.assert(
      fc.property(message, (text) => {
        const { intents, evidence, confidence } = read(text);
        expect(intents.length).toBeGreaterThan(0);
        expect(evidence).toHaveLength(intents.length);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('is answered only at addresses that stand in it', () => {
    fc.assert(
      fc.property(message, (text) => {
        const addresses = read(text).intents.flatMap((intent) => (intent.type === 'redirect' ? intent.addresses : []));
        // "anna @ firm.ru" is an address that people write, so blanks are all that may be missing.
        const standing = text.normalize('NFC').toLowerCase().replace(/\s/g, '');
        expect(addresses.filter((address) => !standing.includes(address.replace(/^@/, '')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is never put off to a moment that has passed', () => {
    fc.assert(
      fc.property(message, moment, timeZone, (text, now, zone) => {
        const days = readOffline(text, { now, timeZone: zone, ownAddresses: [] }).intents.flatMap((intent) =>
          intent.type === 'postpone' && intent.until ? [intent.until] : [],
        );
        expect(days.filter((day) => !(day > now))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['one endless word', 'а'.repeat(200_000)],
    ['one word again and again', 'не '.repeat(70_000)],
    ['nothing but at signs', '@'.repeat(200_000)],
    ['nothing but dots', '. '.repeat(100_000)],
    ['a wish without its end', 'удалите и '.repeat(20_000)],
    ['nothing but digits', '1.'.repeat(100_000)],
    ['nothing but line ends', '\n'.repeat(200_000)],
  ])('is read at once, even %s', (_, text) => {
    const began = performance.now();
    read(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('wishes for no time that has passed, and picks nothing that was not offered', () => {
    fc.assert(
      fc.property(message, moment, timeZone, fc.boolean(), (text, now, zone, booked) => {
        const context = { now, timeZone: zone, ownAddresses: [], offered: OFFERED, booked };
        const demos = readOffline(text, context).intents.flatMap((intent) => (intent.type === 'demo' ? [intent] : []));
        expect(demos.filter(({ wish }) => wish && !(wish.from >= now && wish.to > wish.from))).toEqual([]);
        expect(demos.filter(({ choice }) => choice !== undefined && !OFFERED[choice - 1])).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('begins the day to come back at midnight where the contact lives', () => {
    const { intents } = readOffline('Come back on 1 December', {
      now: NOW,
      timeZone: 'America/New_York',
      ownAddresses: [],
    });
    expect(intents).toEqual([{ type: 'postpone', until: new Date('2026-12-01T05:00:00Z') }]);
  });
});
