import { inNovember, read, wishesIn } from './reading.builder';

describe('a contact who wants to see the product', () => {
  it.each([
    'Давайте демо',
    'Хотелось бы посмотреть систему в работе',
    'Можно получить тестовый доступ?',
    'Готовы созвониться, когда вам удобно?',
    'Покажите, как это работает',
    'Хочу попробовать сам',
    'Запишите меня на демонстрацию',
    'Есть ли у вас пробный период?',
    'Откройте доступ, потыкаем',
    'Can we get a demo?',
    "I'd love to see it in action.",
    'Is there a free trial?',
    'Let me try it out first',
    "Sure, let's schedule a call.",
    'Could you walk us through the product?',
    'Happy to have a quick chat about it',
    'Когда можно посмотреть?',
    'Дайте логин, поиграемся',
    'Sign me up for a trial',
    'Book me in',
  ])('is read as a demo: %s', (text) => {
    expect(wishesIn(text)).toEqual(['demo']);
  });

  it.each([
    ['Давайте демо во вторник в 15:00', '24T15:00', '24T15:01'],
    ['Готовы созвониться завтра в 11', '23T11:00', '23T11:01'],
    ['Покажите систему 2 декабря, в 10 утра', '32T10:00', '32T10:01'],
    ['Can we do a demo on Thursday at 3 pm?', '26T15:00', '26T15:01'],
    ["Let's have a call tomorrow.", '23T00:00', '24T00:00'],
    ["No, Tuesday doesn't work, how about Thursday at 11?", '26T11:00', '26T11:01'],
    ['Можно демо сегодня в 17:30?', '22T17:30', '22T17:31'],
    ['Давайте в четверг после 14:00', '26T14:00', '27T00:00'],
    ['Покажите завтра с 10 до 12', '23T10:00', '23T12:00'],
    ['A demo on Friday between 2 and 4 pm would suit us.', '27T14:00', '27T16:00'],
    ['Демо в среду до обеда', '25T00:00', '25T12:00'],
    ['Could you show us the product on Tuesday afternoon?', '24T12:00', '25T00:00'],
    ['Можно созвониться в среду после 15?', '25T15:00', '26T00:00'],
    ['Демо на следующей неделе', '23T00:00', '28T00:00'],
    ['Можно демо сегодня?', '22T12:00', '23T00:00'],
  ])('wishes for a time: %s', (text, from, to) => {
    expect(read(text).intents).toEqual([{ type: 'demo', wish: { from: inNovember(from), to: inNovember(to) } }]);
  });

  it.each(['Демо вчера', 'Можно демо 31 февраля?', 'Демо сегодня в 9 утра'])(
    'wishes for a demo, but for no time that can be had: %s',
    (text) => {
      expect(read(text).intents).toEqual([{ type: 'demo' }]);
    },
  );
});

describe('a contact who wants something to read', () => {
  it.each([
    'Пришлите презентацию',
    'скиньте материалы на почту',
    'Есть что-нибудь почитать?',
    'Отправьте, пожалуйста, подробное описание продукта.',
    'Презентацию можно?',
    'Да, присылайте',
    'Вышлите КП',
    'Киньте инфу',
    'Жду материалы для изучения.',
    'Please send me the deck.',
    'Could you share some more information?',
    'Do you have a brochure?',
    'Yes, send it over.',
    'Can I have the slides?',
    'Anything I can read about it?',
    'почитаю, присылайте',
    'Вложение не открывается, пришлите ещё раз',
    "I can't open the attachment",
  ])('is read as a presentation: %s', (text) => {
    expect(wishesIn(text)).toEqual(['presentation']);
  });
});

describe('a contact who wants to know something', () => {
  it.each([
    'Сколько это стоит?',
    'а какая цена',
    'Чем вы отличаетесь от обычной таблицы?',
    'Как считается стоимость на 50 пользователей',
    'Подскажите, работает ли интеграция с 1С.',
    'Откуда у вас мой адрес?',
    'Где хранятся данные? Есть ли сертификаты?',
    'Расскажите подробнее.',
    'How is this better than a spreadsheet?',
    'What does it cost',
    'Does it integrate with SAP?',
    "I'd like to understand how the licensing works.",
    'Who else uses it?',
    'Tell me more.',
    'Где ваши серверы?',
  ])('is read as a question: %s', (text) => {
    expect(wishesIn(text)).toEqual(['question']);
  });
});

describe('a contact who only lets us know that the letter came', () => {
  it.each([
    'ок',
    'Ok!',
    'Спасибо, получил.',
    'Thanks!',
    'Принято',
    'Хорошо, посмотрю',
    'Got it, thank you.',
    'Благодарю, ознакомлюсь.',
    "Thanks, I'll have a look.",
    'Понял вас',
    'Noted.',
    'Передам руководству.',
    'Will do',
    '👍',
    '+',
    "I'll get back to you",
    'Передал ваше письмо руководителю, он свяжется',
    'Отлично, спасибо!\n\nС уважением,\nАнна Котова\nдиректор по закупкам',
  ])('is read as such: %s', (text) => {
    expect(wishesIn(text)).toEqual(['acknowledged']);
  });
});

describe('a contact whose message no rule understands', () => {
  it.each(['', '   ', '...', 'Абонент 7734', 'The quick brown fox', '🙂', 'Вчера был дождь.'])(
    'is left to a person: "%s"',
    (text) => {
      expect(read(text)).toEqual({
        intents: [{ type: 'unclear' }],
        confidence: expect.any(Number),
        engine: 'offline',
        consent: null,
        language: text.startsWith('The') ? 'en' : /^[АВ]/.test(text) ? 'ru' : null,
        evidence: [''],
      });
    },
  );
});

describe('a contact who wants several things at once', () => {
  it.each([
    ['Send the deck, and call me in January', ['presentation', 'postpone']],
    ['Пришлите презентацию. И сколько это стоит?', ['presentation', 'question']],
    ['Давайте демо, и скиньте материалы заранее', ['demo', 'presentation']],
    ['Сейчас завал, вернитесь в декабре. Кстати, как у вас с безопасностью?', ['postpone', 'question']],
    ['How much is it? And could we see a demo?', ['demo', 'question']],
    [
      'Я этим не занимаюсь, пишите Анне: anna@firm.example. А презентацию всё же пришлите.',
      ['redirect', 'presentation'],
    ],
  ])('gets each of them: %s', (text, wishes) => {
    expect([...wishesIn(text)].sort()).toEqual([...wishes].sort());
  });

  it('is quoted in the own words, in the order of the wishes', () => {
    const { evidence } = read('Добрый день! Пришлите Презентацию и вернитесь 1 декабря.');
    expect(evidence).toEqual(['Пришлите Презентацию', '1 декабря']);
  });
});

describe('a contact who only greets', () => {
  it.each(['Здравствуйте!', 'Добрый день.', 'Good morning'])('asks for nothing yet: %s', (text) => {
    expect(wishesIn(text)).toEqual(['acknowledged']);
  });
});
