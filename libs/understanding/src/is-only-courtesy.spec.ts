import { assessOffline } from './read-offline';

const CONTEXT = { now: new Date('2026-11-22T09:00:00Z'), timeZone: 'Europe/Moscow', ownAddresses: [] };

describe('a message that is nothing but a greeting or thanks', () => {
  it.each([
    'Спасибо',
    'Спасибо!',
    'Здравствуйте!',
    'Добрый день. Спасибо за ответ',
    'Большое спасибо :)',
    'Hello',
    'Hi there!',
    'Thanks a lot',
  ])('is taken for one for certain, and for no hint of a stop: %s', (text) => {
    const { reading, hintsAtStop } = assessOffline(text, CONTEXT);
    expect({ intents: reading.intents, hintsAtStop }).toEqual({
      intents: [{ type: 'acknowledged' }],
      hintsAtStop: false,
    });
    expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    'Спасибо, не нужно',
    'Нет, спасибо',
    'Спасибо, пришлите презентацию',
    'Здравствуйте, сколько стоит?',
    'Thanks, but no',
    'Hello?',
  ])('is not seen where more is said: %s', (text) => {
    expect(assessOffline(text, CONTEXT).reading).not.toMatchObject({
      intents: [{ type: 'acknowledged' }],
      confidence: 0.9,
    });
  });
});
