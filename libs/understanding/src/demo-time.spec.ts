import type { Intent } from '@app/domain/intent';
import { inNovember, read, readBooked, readOffered } from './reading.builder';

function wishFor(from: string, to: string): Intent {
  return { type: 'demo', wish: { from: inNovember(from), to: inNovember(to) } };
}

describe('a contact who was offered three times for a demo', () => {
  it.each([
    ['второй', 2],
    ['Второй, пожалуйста', 2],
    ['2', 2],
    ['Давайте 3.', 3],
    ['Нам подходит первый вариант', 1],
    ['Первый не подходит, давайте третий', 3],
    ['последний', 3],
    ['Любой', 1],
    ['в 16:00', 3],
    ['к 10', 2],
    ['The second works for us', 2],
    ['first one, please', 1],
    ['Option 3', 3],
    ["Let's take the last one", 3],
    ['Any of them', 1],
  ])('picks one of them: %s', (text, choice) => {
    expect(readOffered(text).intents).toEqual([{ type: 'demo', choice }]);
  });

  it.each([
    ['в четверг', '26T00:00', '27T00:00'],
    ['Давайте в среду после 15', '25T15:00', '26T00:00'],
    ['можно в пятницу утром?', '27T00:00', '27T12:00'],
    ['завтра с 10 до 12', '23T10:00', '23T12:00'],
    ['Thursday works', '26T00:00', '27T00:00'],
    ['Wednesday at 10', '25T10:00', '25T10:01'],
  ])('wishes for a time: %s', (text, from, to) => {
    expect(readOffered(text).intents).toEqual([wishFor(from, to)]);
  });

  it.each(['Ни один не подходит', 'Другое время, пожалуйста', 'None of them works for me', 'Another time?'])(
    'asks for other times: %s',
    (text) => {
      expect(readOffered(text).intents).toEqual([{ type: 'demo' }]);
    },
  );

  it.each([
    ['Сколько это стоит?', 'question'],
    ['Спасибо, посмотрю', 'acknowledged'],
    ['Напишите в январе', 'postpone'],
    ['Не пишите мне больше', 'stop'],
    ['Первый раз слышу о таком', 'unclear'],
  ])('can still want something else: %s', (text, type) => {
    expect(readOffered(text).intents).toMatchObject([{ type }]);
  });
});

describe('a contact who names a time though none was offered', () => {
  it.each([
    ['Второй вариант', 2],
    ['The second option, please', 2],
    ['вариант 3', 3],
  ])('picks an option only by that word: %s', (text, choice) => {
    expect(read(text).intents).toEqual([{ type: 'demo', choice }]);
  });

  it.each(['2', 'в первое время мы сами', 'You are not the first one to write'])('picks nothing: %s', (text) => {
    expect(read(text).intents).toEqual([{ type: 'unclear' }]);
  });

  it('means a meeting when the day has its hours, and a day to come back when it has none', () => {
    expect(read('Давайте в четверг после 14:00').intents).toEqual([wishFor('26T14:00', '27T00:00')]);
    expect(read('Давайте в четверг').intents).toMatchObject([{ type: 'postpone' }]);
    expect(read('Напишите в четверг в 15:00').intents).toMatchObject([{ type: 'postpone' }]);
  });
});

describe('a contact who has a demo slot', () => {
  it.each([
    'Отмените',
    'Не смогу, извините',
    "I can't make it, sorry",
    'cancel',
    'Отмените встречу в четверг, я в отпуске до понедельника',
  ])('calls it off: %s', (text) => {
    expect(readBooked(text).intents).toEqual([{ type: 'demo', cancels: true }]);
  });

  it.each([
    ['Не смогу в четверг, давайте в пятницу в 11', '27T11:00', '27T11:01'],
    ['Перенесите на пятницу', '27T00:00', '28T00:00'],
    ['Отмените встречу, лучше в пятницу в 11', '27T11:00', '27T11:01'],
    ['Can we move it to Friday at 2 pm?', '27T14:00', '27T14:01'],
  ])('moves it: %s', (text, from, to) => {
    expect(readBooked(text).intents).toEqual([wishFor(from, to)]);
  });

  it.each(['Нужно перенести', 'Can we reschedule?'])('asks for another time: %s', (text) => {
    expect(readBooked(text).intents).toEqual([{ type: 'demo' }]);
  });

  it('still stops with a stop', () => {
    expect(readBooked('Отмените встречу и больше мне не пишите').intents).toEqual([{ type: 'stop' }]);
    expect(readBooked('cancel my subscription').intents).toEqual([{ type: 'stop' }]);
  });
});

describe('a contact who calls a demo off by its name', () => {
  it.each(['Отмените встречу, пожалуйста', 'Давайте отменим демо', 'Please cancel the meeting', 'Cancel our demo'])(
    'is understood whatever we know of it: %s',
    (text) => {
      expect(read(text).intents).toEqual([{ type: 'demo', cancels: true }]);
    },
  );
});
