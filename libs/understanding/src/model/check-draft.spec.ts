import fc from 'fast-check';
import type { Language } from '@app/domain/language';
import type { Checked } from './checked';
import { checkDraft, type DraftedAnswer } from './check-draft';
import { checkOffer } from './check-offer';

const RU = [
  {
    id: 'terms#1',
    heading: 'Сколько стоит: цена и скидки',
    text: 'Подписка стоит 2 900 ₽ в месяц за одну точку. При оплате за год действует скидка 20 %. Бесплатного тарифа нет.',
  },
  {
    id: 'start#1',
    heading: 'Пробный период',
    text: 'Пробный период длится 14 дней. Регистрация на https://otzyvy.example/start, вопросы на help@otzyvy.example.',
  },
  {
    id: 'features#1',
    heading: 'Отзывы',
    text: 'Сервис собирает отзывы с Яндекс Карт и из 2ГИС раз в час. 94 % отзывов размечены верно. Договор помесячный: отказаться можно с начала следующего месяца, без штрафа.',
  },
];
const EN = [
  {
    id: 'terms#1',
    heading: 'Price',
    text: 'The subscription costs 2,900 roubles a month. There is a discount of 20% for a year. There is no free plan.',
  },
  { id: 'start#1', heading: 'Trial', text: 'The trial lasts 14 days and starts at once. We never ask for a password.' },
  {
    id: 'features#1',
    heading: 'Reviews',
    text: 'The service collects reviews every hour. 94% of them are labelled well.',
  },
];

interface Draft {
  readonly found?: string;
  readonly sentences: readonly string[];
  readonly passages?: readonly string[];
}

function check(draft: Draft, language: Language, question = ''): Checked<DraftedAnswer> {
  const whole = { found: 'yes', passages: draft.sentences.map(() => '1, 2, 3'), ...draft };
  return checkDraft(JSON.stringify(whole), { passages: language === 'ru' ? RU : EN, language, question });
}

function complaintAbout(sentence: string, question = ''): string | null {
  const checked = check({ sentences: [sentence] }, /[а-яё]/i.test(sentence) ? 'ru' : 'en', question);
  return checked.type === 'accepted' ? null : checked.because;
}

describe('a draft that says what its passages say', () => {
  it('is accepted, and each sentence keeps the passages it rests on', () => {
    const sentences = [
      'Подписка стоит 2900 ₽ в месяц за точку, а за год действует скидка 20%.',
      'Пробный период длится 14 дней, отзывы сервис собирает с Яндекс Карт.',
    ];
    expect(check({ sentences, passages: ['1', '2, 3'] }, 'ru')).toEqual({
      type: 'accepted',
      value: {
        found: true,
        sentences: [
          { text: sentences[0], passages: ['terms#1'] },
          { text: sentences[1], passages: ['start#1', 'features#1'] },
        ],
      },
    });
  });

  it.each([
    ['Договор помесячный, отказаться от него можно с начала следующего месяца.'],
    ['Да, за год действует скидка 20 %.'],
    ['Бесплатного тарифа у нас нет, есть пробный период.'],
    ['Вы можете зарегистрироваться на https://otzyvy.example/start, пробный период — 14 дней.'],
    ['Отзывы собираются из 2ГИС и с Яндекс Карт каждый час.'],
    ['The subscription costs 2,900 roubles a month, with a discount of 20% for a year.'],
    ['There is no free plan, but the trial lasts 14 days.'],
    ['Please feel free to start the trial at once.'],
  ])('is accepted: %s', (sentence) => {
    expect(complaintAbout(sentence)).toBeNull();
  });

  it('may repeat a bare number of the contact', () => {
    expect(complaintAbout('Сервис собирает отзывы для всех 12 точек.', 'У нас 12 точек, потянете?')).toBeNull();
  });

  it('may say that nothing was found, and then says nothing', () => {
    expect(check({ found: 'no', sentences: ['Пишите на eve@evil.example'], passages: [] }, 'ru')).toEqual({
      type: 'accepted',
      value: { found: false, sentences: [] },
    });
  });
});

describe('a draft that promises what the product does not', () => {
  it.each([
    ['Мы дадим вам скидку 50 %.'],
    ['Мы дадим вам скидку 94 % на подписку за год.'],
    ['Подписка стоит 290 ₽ в месяц.'],
    ['Подписка стоит 14 ₽ в месяц.'],
    ['Подписка за год стоит двадцать рублей.'],
    ['Подписка на месяц стоит вдвое меньше.'],
    ['Для вас подписка будет бесплатной.'],
    ['За месяц подписки денег мы не возьмём, дарим вам её.'],
    ['Бесплатный тариф есть.'],
    ['Отказаться от договора можно со штрафом.'],
    ['Мы гарантируем, что сервис размечает отзывы верно.'],
    ['Если сервис не подойдёт, оформим возврат.'],
    ['Пробный период длится 94 дня.'],
    ['Пробный период длится год, 12 месяцев.'],
    ['Пришлите нам пароль от Яндекс Карт, и сервис соберёт отзывы.'],
    ['Ваш код доступа на пробный период: 4417.'],
    ['Ваш код на пробный период: AB-4417-X.'],
    ['Подписка стоит 2 900 ₽ за сто точек.'],
    ['Сервис стоит ½ цены в месяц.'],
    ['Подписка стoит 2 900 ₽ в месяц.'],
    ['Сервис подписка скиdка месяц.'],
    ['We give you a discount of 50%.'],
    ['The subscription costs 29 roubles a month.'],
    ['The subscription costs 2,900 roubles a year and the discount of 20% is monthly for fifty months.'],
    ['The subscription is free for a year.'],
    ['There is a free plan.'],
    ['We guarantee a refund.'],
    ['Please send us the password of the service.'],
    ['The trial lasts 14 days and your access code is waiting.'],
    ['The service costs half of it a month.'],
  ])('is rejected: %s', (sentence) => {
    expect(complaintAbout(sentence)).toMatch(/^Sentence 1 /);
  });

  it.each([
    ['Да, конечно.', 'Подтвердите: нам скидка 70 %?'],
    ['Да, за год действует скидка.', 'Подтвердите, скидка 70 %?'],
    ['Да, сервис собирает отзывы.', 'Собираете отзывы бесплатно?'],
    ['Yes, the service collects reviews.', 'Is it free, and do you collect reviews?'],
    ['Sure, 300 a month.', 'Would 300 a month do?'],
    ['Скидка 70 % действует за год.', 'Дадите скидку 70 %?'],
    ['Подписка стоит 300 в месяц.', 'Отдадите за 300?'],
  ])('is rejected when it only says yes to what the contact wrote: %s', (sentence, question) => {
    expect(complaintAbout(sentence, question)).toMatch(/^Sentence 1 /);
  });
});

describe('a draft that says what stands nowhere', () => {
  it.each([
    ['a link', 'Пробный период: https://evil.example/start'],
    ['a link that only begins like ours', 'Пробный период: https://otzyvy.example.evil.example/start'],
    ['a domain', 'Пробный период длится 14 дней на evil.example'],
    ['a domain of Cyrillic letters', 'Пробный период длится 14 дней на отзывы.рф'],
    ['an address', 'Вопросы про отзывы на eve@evil.example'],
    ['a part of an address', 'Вопросы на elp@otzyvy.example'],
    ['a Telegram name', 'Вопросы про отзывы — @evil_bot'],
    ['a telephone number', 'Вопросы про отзывы: +7 999 123-45-67'],
    ['a person', 'Вопросы про отзывы — к Марии Петровой'],
    ['another company', 'Сервис собирает отзывы для компании Ромашка'],
    ['other things', 'Ваш заказ отменён, директор уволен'],
    ['nothing of its own', 'Да.'],
    ['letters with spaces between', 'С к и д к а о т з ы в ы'],
    ['HTML', '<b>Сервис</b> собирает отзывы'],
    ['a link of markdown', '[Сервис](x) собирает отзывы'],
    ['a variable of a template', 'Сервис собирает отзывы {{accessCode}}'],
    ['a second line', 'Сервис собирает отзывы\nBcc: всем'],
    ['something hidden', 'Сервис собирает\u200b отзывы'],
    ['text that turns around', 'Сервис собирает \u202eотзывы'],
    ['half a letter', 'Сервис собирает отзывы \ud83d'],
    ['digits of another script', 'Сервис собирает отзывы раз в ٥ часов'],
    ['another script', 'Сервис собирает отзывы 免费'],
    ['nothing', '   '],
    ['ten pages', 'Сервис собирает отзывы. '.repeat(200)],
  ])('is rejected for %s', (_, sentence) => {
    const { type } = check({ sentences: [sentence] }, 'ru');
    expect(type).toBe('rejected');
  });

  it('is rejected for a sentence in another language', () => {
    const sentences = ['Сервис собирает отзывы раз в час.', 'The service collects reviews every hour.'];
    expect(check({ sentences }, 'ru')).toEqual({ type: 'rejected', because: 'Sentence 2 is in another language.' });
    expect(check({ sentences: [sentences[1] ?? ''] }, 'ru')).toMatchObject({ type: 'rejected' });
  });

  it('is rejected when what it says stands in another passage than it names', () => {
    const sentences = ['Подписка стоит 2 900 ₽ в месяц.'];
    expect(check({ sentences, passages: ['1'] }, 'ru')).toMatchObject({ type: 'accepted' });
    expect(check({ sentences, passages: ['2'] }, 'ru')).toMatchObject({ type: 'rejected' });
  });

  it.each([
    ['0'],
    ['4'],
    ['1, 4'],
    ['-1'],
    ['terms#1'],
    [''],
    ['NaN'],
    ['1e0'],
    ['1.0'],
    ['__proto__'],
    ['9'.repeat(400)],
  ])('is rejected when it names a passage that was not offered: %s', (passages) => {
    const checked = check({ sentences: ['Сервис собирает отзывы раз в час.'], passages: [passages] }, 'ru');
    expect(checked).toMatchObject({ because: 'Sentence 1 does not name the numbers of passages that were given.' });
  });
});

describe('a response that is no draft', () => {
  it.each([
    ['prose', 'Подписка стоит 2 900 ₽'],
    ['no sentence', '{"found":"yes","sentences":[],"passages":[]}'],
    [
      'seven sentences',
      JSON.stringify({ found: 'yes', sentences: Array(7).fill('Отзывы.'), passages: Array(7).fill('1') }),
    ],
    ['a sentence without passages', '{"found":"yes","sentences":["Отзывы."],"passages":[]}'],
    ['perhaps', '{"found":"perhaps","sentences":[],"passages":[]}'],
    ['true', '{"found":true,"sentences":[],"passages":[]}'],
    ['a recipient', '{"found":"no","sentences":[],"passages":[],"to":"eve@evil.example"}'],
    ['20 MB', `{"found":"yes","sentences":["${'о'.repeat(20_000_000)}"],"passages":["1"]}`],
    ['a nest', `{"found":"yes","sentences":${'['.repeat(15_000)}${']'.repeat(15_000)},"passages":["1"]}`],
  ])('is rejected: %s', (_, response) => {
    expect(checkDraft(response, { passages: RU, language: 'ru', question: '' })).toMatchObject({ type: 'rejected' });
  });

  it('never throws, whatever the response and the passages, and tells nothing of it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem(), fc.webUrl(), fc.emailAddress());
    const draft = fc.record({ found: fc.constant('yes'), sentences: fc.array(text), passages: fc.array(text) });
    const passage = fc.record({ id: text, heading: text, text });
    fc.assert(
      fc.property(draft, fc.array(passage), text, (given, passages, question) => {
        const checked = checkDraft(JSON.stringify(given), { passages, language: 'en', question });
        expect(['accepted', 'rejected']).toContain(checked.type);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the draft of an opening letter', () => {
  const OFFERED = { passages: EN, language: 'en', company: 'Acme Tea', interests: ['reviews'] } as const;

  function offer(subject: string, sentence: string): string {
    return JSON.stringify({ subject, sentences: [sentence], passages: ['3'] });
  }

  it('may name the company it goes to', () => {
    const response = offer('Reviews of Acme Tea', 'The service collects reviews of Acme every hour.');
    expect(checkOffer(response, OFFERED)).toEqual({
      type: 'accepted',
      value: {
        subject: 'Reviews of Acme Tea',
        sentences: [{ text: 'The service collects reviews of Acme every hour.', passages: ['features#1'] }],
      },
    });
  });

  it.each([
    ['Reviews with a discount of 70%', 'The service collects reviews every hour.'],
    ['Reviews\r\nBcc: eve@evil.example', 'The service collects reviews every hour.'],
    ['', 'The service collects reviews every hour.'],
    ['Reviews of Acme', 'The service is free of charge.'],
    ['Reviews for Umbrella', 'The service collects reviews every hour.'],
  ])('is held to the same as an answer, its subject too: %s / %s', (subject, sentence) => {
    expect(checkOffer(offer(subject, sentence), OFFERED)).toMatchObject({ type: 'rejected' });
  });
});
