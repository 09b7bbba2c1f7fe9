import { wishesIn } from './reading.builder';

describe('a contact who wants no more letters', () => {
  it.each([
    'Отпишите меня, пожалуйста.',
    'отписаться',
    'Удалите мой адрес из вашей базы',
    'Прошу убрать нашу почту из рассылки!',
    'Больше мне не пишите.',
    'не пишите мне больше никогда',
    'Пожалуйста, не беспокойте нас письмами.',
    'Хватит слать мне этот мусор',
    'Прекратите рассылку.',
    'СТОП',
    'Стоп!!!',
    'Я не давал согласия на обработку персональных данных, буду жаловаться в ФАС',
    'Это спам.',
    'Отвалите уже',
    'Идите лесом со своими предложениями',
    'да пошли вы на хер',
    'Забудьте этот адрес.',
    'Оставьте нас в покое',
    'Не хочу получать ваши письма. С уважением, Олег',
    'Здравствуйте! Исключите пожалуйста наш email из списка. Спасибо.',
    'Задолбали своим спамом, сколько можно?',
    'Unsubscribe',
    'unsubcribe me pls',
    'Please remove me from your list.',
    'Take us off this mailing list, thanks',
    'Stop emailing me.',
    'STOP',
    'please stop',
    "Don't contact me again",
    'Do not send me anything else.',
    'No more emails, please!',
    'Leave me alone.',
    'This is spam, I never signed up for it.',
    'I wish to opt out.',
    'Kindly delete my data under GDPR',
    'Never write to this address again',
    'F off',
    'Cease all communication with our company.',
    'How do I unsubscribe?',
    'Who gave you my address? Remove me at once.',
    'Сколько можно писать? Перестаньте!',
    'Я же просил не писать мне',
    'удалить',
    'How many times do I have to tell you?',
    'Remove.',
    'Я уже отписывался на прошлой неделе',
  ])('is read as a stop: %s', (text) => {
    expect(wishesIn(text)).toEqual(['stop']);
  });

  it.each([
    'Нет необходимости, спасибо.',
    'Добрый день! Потребности в подобных решениях нет.',
    'Нам это не интересно.',
    'неинтересно',
    'Спасибо, не надо',
    'Не актуально для нас',
    'Мы отказываемся от вашего предложения.',
    'Спасибо за предложение, но нет.',
    'Не планируем ничего внедрять',
    'Это не для нас.',
    'У нас уже есть своя система, менять не будем.',
    'Нас всё устраивает',
    'Обойдёмся без этого',
    'Вопрос закрыт.',
    'Нет.',
    'Смысла не вижу, у нас всего пять человек.',
    'Not interested, thanks.',
    'No thanks!',
    "We don't need this.",
    "We'll pass.",
    "It's not a good fit for us",
    'We already have a solution we are happy with.',
    "We've decided to go with another vendor.",
    'No need, cheers',
    'Thanks, but no thanks',
    'We are all set.',
    'nope',
    "I'm afraid this doesn't interest us.",
    "We're not looking for anything like that.",
    'Too expensive for us.',
    'Презентация не нужна.',
    'На данный момент нет потребности',
    'К сожалению, не сможем принять ваше предложение.',
    'Спасибо за презентацию, но нам это не подходит.',
    'У нас договор с другой компанией',
    'Ответ по-прежнему нет.',
    'We see no reason to change anything.',
    'Thank you for the demo, we decided not to move forward.',
    'Not interested at this time.',
  ])('is read as a stop when it is a plain refusal: %s', (text) => {
    expect(wishesIn(text)).toEqual(['stop']);
  });

  it('is not offered what the refusal mentions', () => {
    expect(wishesIn('Удалите меня из рассылки, презентация не нужна, вернусь сам в январе')).toEqual(['stop']);
    expect(wishesIn('Remove me from the list, and no, I do not want a demo')).toEqual(['stop']);
  });

  it('is heard however the apostrophes, dashes and letters are typed', () => {
    expect(wishesIn('Don’t  contact   me again')).toEqual(['stop']);
    expect(wishesIn('ОТПИШИТЕ — пожалуйста')).toEqual(['stop']);
    expect(wishesIn('please take me\noff your list')).toEqual(['stop']);
  });

  it('is heard when it forbids any other time as well', () => {
    expect(wishesIn('Ни сегодня, ни в будущем')).toEqual(['stop']);
    expect(wishesIn('Neither now nor in the future')).toEqual(['stop']);
  });

  it('is heard beside what it answers, which is left in as a quote', () => {
    expect(wishesIn('> Could we talk on Thursday at 11?\nNo thanks, not interested')).toEqual(['stop']);
    expect(wishesIn('> Напишу вам в марте\nне надо, нам это не нужно')).toEqual(['stop']);
  });
});

describe('a contact who only sounds like a stop', () => {
  it.each([
    'Против звонка ничего не имею',
    'Вопросов у меня больше не осталось, спасибо',
    'It is not a refusal, we are just waiting for our budget',
    'Не то чтобы нам не нужно, просто бюджет утвердят весной',
    "Please don't remove me, March is simply better",
    "Don't stop, this is getting interesting!",
    'Не могу остановиться, читаю третий раз',
    'Could you stop by our office on Tuesday?',
    'Our office is right at the bus stop.',
    'Извините, ваше письмо попало в спам, только увидел. Пришлите презентацию.',
    'Sorry, your mail was in my spam folder. Please send the deck.',
    'Умеет ли система удалять сотрудников из базы?',
    'How do your customers unsubscribe from the newsletters you send?',
    'Нет проблем, присылайте',
    'No problem, send it over',
    'Сейчас не интересно, вернитесь в феврале',
    'У нас уже есть CRM. Чем вы лучше?',
    'We already use Excel, how is this better?',
    'Не пишите до 15 января, я в отпуске',
    "Please don't call before March.",
    'Есть ли защита от спама?',
    'What would stop my employees from deleting a record?',
    'Не забудьте прислать материалы',
    'Нам не нужно ничего устанавливать на сервер?',
    'Пишите не мне, а нашему директору по закупкам',
    'Не откажусь посмотреть материалы',
    'Больше не хочу вести всё в таблицах, покажите ваш сервис',
    'Звонить не надо, лучше пришлите презентацию',
    'Почему бы и нет, давайте попробуем',
    'Стоп-фактор один: нет интеграции с почтой. Она есть?',
    'Does it remove duplicates from the list?',
    "I don't need a call, just send me the slides.",
    "Please don't send it to me, send it to Kate: kate@firm.example",
    'No need to apologise, Thursday is fine',
    'Drop me a line in January',
  ])('is not read as one: %s', (text) => {
    expect(wishesIn(text)).not.toContain('stop');
  });
});
