import { isSure } from './is-sure';
import { NOW, MOSCOW } from './reading.builder';
import { assessOffline, type OfflineReading } from './read-offline';

function assess(text: string): OfflineReading {
  return assessOffline(text, { now: NOW, timeZone: MOSCOW, ownAddresses: [] });
}

describe('what is not read as an opt-out', () => {
  it.each([
    'How do our customers unsubscribe?',
    'Удалять плохие отзывы умеете? Без этого неинтересно',
    'We said no to spam',
  ])('may still hint at one: %s', (text) => {
    expect(assess(text).hintsAtStop).toBe(true);
  });

  it.each(['Пришлите презентацию', 'What does it cost?', 'Let us talk on Tuesday at 15:00', 'Напишите в марте'])(
    'hints at none as a rule: %s',
    (text) => {
      expect(assess(text).hintsAtStop).toBe(false);
    },
  );
});

describe('a reading is acted on at once', () => {
  it('when it is right nearly always', () => {
    expect(isSure(assess('Пришлите презентацию').reading)).toBe(true);
    expect(isSure(assess('abc def').reading)).toBe(false);
  });

  it('when it says stop, however unsure that is', () => {
    expect(isSure({ intents: [{ type: 'stop' }], confidence: 0.1 })).toBe(true);
  });

  it('from another confidence on, where the product says so', () => {
    const reading = { intents: [{ type: 'demo' }], confidence: 0.6 } as const;
    expect([isSure(reading), isSure(reading, 0.7)]).toEqual([true, false]);
  });
});
