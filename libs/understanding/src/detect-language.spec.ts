import { detectLanguage } from './detect-language';

describe('the language a contact is answered in', () => {
  it.each([
    ['Добрый день, пришлите презентацию', 'ru'],
    ['Интеграция с Salesforce и Power BI есть?', 'ru'],
    ['Please send the deck', 'en'],
    ['Thank you, Иван', 'en'],
    ['https://example.com/very/long/path вот', 'ru'],
  ])('is that of the message: %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', 'ok', 'Demo', 'Telegram: @anna_k, t.me/oleg_b', '👍', '12.01', 'anna@firm.example', 'да'])(
    'is not told by too short a message: "%s"',
    (text) => {
      expect(detectLanguage(text)).toBeUndefined();
    },
  );
});
