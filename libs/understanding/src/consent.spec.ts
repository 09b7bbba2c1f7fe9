import { read } from './reading.builder';

describe('a contact who is asked whether we may write again', () => {
  it.each([
    'Да',
    'да, пишите',
    'Да, пишите, пожалуйста.',
    'Возобновите',
    'Можно снова',
    'Не против',
    'Не возражаю',
    'Конечно',
    'Хорошо, пишите',
    'Здравствуйте! Да, можно.',
    'Да, пришлите презентацию',
    'Согласна',
    'Yes, please',
    'Go ahead',
    'Sure, send the deck',
    'No problem, go ahead',
    'You can write to me again',
  ])('agrees: %s', (text) => {
    expect(read(text).consent).toBe('yes');
  });

  it.each([
    'Нет',
    'Не надо',
    'Нет, спасибо',
    'Да нет, не нужно',
    'Я же просил: не пишите мне',
    'Хватит',
    'No',
    'No thanks',
    'Please stop',
    "Please don't write to me",
    'Unsubscribe',
    'Да пошли вы',
  ])('refuses: %s', (text) => {
    expect(read(text).consent).toBe('no');
  });

  it.each([
    'Да, но не сейчас',
    'Да, если недолго',
    'Можно снова?',
    'Да, я получил ваше письмо',
    'Пришлите презентацию',
    'Пишите коллеге: ivan@firm.example',
    'Спасибо',
    'Сколько стоит?',
    'yes, if it is short',
    'Maybe',
    '',
  ])('has not agreed as long as it is not plain: %s', (text) => {
    expect(read(text).consent).toBeNull();
  });
});

describe('the language of a message', () => {
  it.each([
    ['Пришлите презентацию', 'ru'],
    ['Please send the deck', 'en'],
    ['Демо?\n\nBest regards,\nIvan Petrov, Sales Manager', 'ru'],
    ['2', null],
    ['Demo', null],
  ])('is told from the own words: %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });
});
