import { returnDay } from './return-day';

const SENT = new Date('2026-01-12T10:00:00Z');

describe('a contact who is away', () => {
  it.each([
    'Я в отпуске с 12 по 19 января. Отвечу по возвращении.',
    'С 12 по 19 января меня нет, отвечу по возвращении.',
    'Меня не будет до 20 января.',
    'Нахожусь в отпуске до 19 января включительно.',
    'Вернусь 20 января 2026 г.',
    'Буду на связи с 20.01.2026.',
    'С 20 января снова на месте.',
    'Отсутствую с 12.01.2026 по 19.01.2026, по срочным вопросам пишите коллеге.',
    'Отпуск 12.01–19.01.',
    'Вернусь во вторник, 20 января.',
    'Зараз у відпустці, повернуся 20 січня.',
    'I am out of the office until January 20, 2026.',
    'I am out of office from 12 January to 19 January with limited access to mail.',
    'I will be back on Tuesday, January 20th.',
    'I am away January 12 – 19.',
    'Out of office through Monday, January 19.',
    'Returning on 1/20/2026.',
    'I am unavailable from January 12 and back on the 20th of January.',
    'On vacation until 2026-01-20.',
    'Ich bin bis 19. Januar nicht im Büro. Ab dem 20. Januar bin ich wieder erreichbar.',
    "Je suis absent jusqu'au 19 janvier inclus.",
    'Je serai de retour le 20 janvier 2026.',
    'Estaré fuera hasta el 20 de enero.',
    'Jestem na urlopie do 19 stycznia włącznie.',
    'Вернусь 20-го.',
    'Back on the 20th.',
    'Буду на связи после 19 января.',
    'Ich bin vom 12. bis 19. Januar nicht im Büro.',
    'Jestem na urlopie od 12 do 19 stycznia.',
    'Je suis absent du 12 au 19 janvier.',
    'Estaré fuera del 12 al 19 de enero.',
    'В отпуске по 19-е января включительно.',
  ])('is back on the 20th: %s', (note) => {
    expect(returnDay(note, SENT)).toBe('2026-01-20');
  });

  it.each([
    ['Вернусь в понедельник.', '2026-01-19'],
    ['Back on Wednesday.', '2026-01-14'],
    ['Буду в понедельник.', '2026-01-19'],
    ['Away until next Tuesday.', '2026-01-13'],
    ['Ich bin am Montag wieder da.', '2026-01-19'],
    ['Je reviens lundi.', '2026-01-19'],
    ['Vuelvo el lunes.', '2026-01-19'],
    ['Повернуся у понеділок.', '2026-01-19'],
    ['Wracam w poniedziałek.', '2026-01-19'],
    ['Returning Monday 2/9.', '2026-02-09'],
    ['Back on the 3rd.', '2026-02-03'],
    ['Буду на связи завтра.', '2026-01-13'],
    ['Отсутствую с 29 декабря по 13 января.', '2026-01-14'],
    ['Выйду на работу 2 февраля.', '2026-02-02'],
  ])('is back on the next such day: %s', (note, day) => {
    expect(returnDay(note, SENT)).toBe(day);
  });

  it.each([
    'Я в отпуске.',
    'I am out of the office since January 5, 2026.',
    'I was back on 5 January 2026.',
    'On leave until 31.02.2026.',
    'Ваша заявка № 12.01 принята.',
  ])('names no day to come back: %s', (note) => {
    expect(returnDay(note, SENT)).toBeUndefined();
  });

  it('names none without a year when nobody knows when the note was sent', () => {
    expect(returnDay('Вернусь 20 января.', undefined)).toBeUndefined();
    expect(returnDay('Вернусь 20.01.2026.', undefined)).toBe('2026-01-20');
  });
});
