import type { Language } from '@app/domain/language';
import { otzyvy } from '../testing/otzyvy';
import { aProductFolder } from '../testing/product-folder.builder';
import { findPassages } from './find-passages';
import { readProduct } from './read-product-files';

const product = otzyvy();

function headings(question: string, language: Language, limit = 3): readonly string[] {
  return findPassages(product, question, language, limit).map(({ heading }) => heading);
}

describe('a contact who asks about the product in Russian', () => {
  it.each([
    ['Что это такое?', /^Что такое/],
    ['А Wildberries поддерживаете?', /^Площадки/],
    ['Вы с озоном работаете?', /^Площадки/],
    ['Мы всё ведём в Excel, зачем нам сервис?', /^Чем это лучше обычной таблицы/],
    ['Чем вы отличаетесь от аналогов?', /^Чем отличаетесь/],
    ['Как считается тональность отзывов?', /^Тональность/],
    ['Насколько точно это работает? Много ошибок?', /^Точность/],
    ['Можно ли добавлять свои темы?', /^Темы/],
    ['Можно посмотреть, как менялась оценка за год?', /^Динамика/],
    ['Сравните нас с конкурентами?', /^Сравнение с конкурентами/],
    ['Отчет можно скачать в pdf?', /^Отчёты/],
    ['Есть ли уведомления в телеграм?', /^Уведомления/],
    ['Можете удалить плохие отзывы?', /отвечать покупателям и удалять/],
    ['Можно ли выгрузить данные в нашу CRM?', /^Выгрузка/],
    ['Нужны ли программисты для внедрения?', /^С чего начать/],
    ['Есть ли бесплатный период?', /пробный период/],
    ['В какие часы работает поддержка?', /поддержка/],
    ['Английский интерфейс есть?', /языки/],
    ['Сколько человек могут пользоваться одновременно?', /^Пользователи/],
    ['Какая цена на 500 карточек?', /^Сколько стоит/],
    ['Пришлите прайс, пожалуйста', /^Сколько стоит/],
    ['Работаете по договору? ЭДО есть?', /договора/],
    ['Собираете ли вы персональные данные?', /^Безопасность/],
    ['Что будет с данными после окончания договора?', /^Срок хранения/],
  ])('is answered from the right section: %s', (question, heading) => {
    expect(headings(question, 'ru')[0]).toMatch(heading);
  });

  it('is answered although a letter is wrong', () => {
    expect(headings('Есть ли уведомлния?', 'ru')[0]).toMatch(/^Уведомления/);
  });

  it.each([
    'Кто вчера выиграл в футбол?',
    'Сколько лететь до Сочи?',
    'Какая погода завтра в Казани?',
    'Вы продаёте чайники оптом?',
    'Как приготовить борщ?',
    'Есть ли у вас вакансия бухгалтера?',
    'Вы оказываете юридические услуги?',
    'Можете сделать нам сайт?',
    'Где купить билеты на футбольный матч?',
    '???',
  ])('is answered by a person when the knowledge says nothing: %s', (question) => {
    expect(headings(question, 'ru')).toEqual([]);
  });
});

describe('a contact who asks about the product in English', () => {
  it.each([
    ['What does your service actually do?', /^What Napoleon/],
    ['Do you work with Ozon?', /sources/],
    ['Can we upload reviews from our own online shop?', /sources/],
    ['How is it better than Excel?', /spreadsheet/],
    ['How are you different from other tools?', /^Different/],
    ['How does sentiment analysis work?', /^Sentiment/],
    ['What about mistakes in the analysis?', /^Accuracy/],
    ['Can I add custom topics?', /^Topics/],
    ['Can I see how the rating changed over the year?', /^Trends/],
    ['Can we compare ourselves to competitors?', /^Comparison/],
    ['How often do you send reports?', /^Reports/],
    ['Will we be alerted when complaints go up?', /^Alerts/],
    ['Do you reply to reviews for us?', /^Replying/],
    ['Is there an API?', /API/],
    ['How long does the setup take?', /^Getting started/],
    ['Is there a free trial?', /^Free trial/],
    ['Do you train our employees?', /^Training/],
    ['Is the interface available in English?', /languages/],
    ['How many users can we have?', /^Users/],
    ['How much does it cost?', /^Cost/],
    ['Could you send me your pricing?', /^Cost/],
    ['Can we pay by invoice?', /^Contract/],
    ['Where is the data stored, is it secure?', /^Security/],
    ['How long do you keep the data?', /^Data retention/],
  ])('is answered from the right section: %s', (question, heading) => {
    expect(headings(question, 'en')[0]).toMatch(heading);
  });

  it.each([
    'Who won the football match yesterday?',
    'What is the weather like in Paris?',
    'Do you sell kettles wholesale?',
    'How do I cook borscht?',
    'Do you have any job openings for an accountant?',
    'Do you offer legal services?',
    'Can you build us a website?',
    'How long is the flight to Rome?',
    'Who is your director?',
  ])('is answered by a person when the knowledge says nothing: %s', (question) => {
    expect(headings(question, 'en')).toEqual([]);
  });
});

describe('a contact who asks several things in one message', () => {
  it('is answered on each of them', () => {
    const question =
      'Добрый день! Спасибо за письмо. Скажите, какая цена, и как хранятся данные? Интеграция с CRM есть?';
    expect(headings(question, 'ru')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Сколько стоит/),
        expect.stringMatching(/^Срок хранения/),
        expect.stringMatching(/^Выгрузка/),
      ]),
    );
  });

  it('gets no more sections than fit into a letter', () => {
    expect(headings('Какая цена? Как хранятся данные? Интеграция с CRM есть?', 'ru', 2)).toHaveLength(2);
  });

  it('is not answered on what they only told us', () => {
    expect(headings('Отчёты мы делаем сами. А сколько стоит?', 'ru')).toEqual([
      expect.stringMatching(/^Сколько стоит/),
    ]);
  });
});

describe('a product about which one thing is known', () => {
  it('is found by it, in the language of the question only', () => {
    const read = readProduct(aProductFolder());
    expect(read).toMatchObject({ type: 'product' });
    const kettles = read.type === 'product' ? read.product : product;
    expect(findPassages(kettles, 'Какой объём у чайника?', 'ru', 3).map(({ id }) => id)).toEqual([
      'knowledge/ru/kettles.md#1',
    ]);
    expect(findPassages(kettles, 'Какой объём у чайника?', 'en', 3)).toEqual([]);
  });
});
