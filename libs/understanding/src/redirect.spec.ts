import { read, wishesIn } from './reading.builder';

describe('a contact who points to somebody else', () => {
  it.each([
    ['Пишите моей коллеге: anna@firm.example', ['anna@firm.example']],
    ['Я этим не занимаюсь, обратитесь к Петру, p.ivanov@firm.example.', ['p.ivanov@firm.example']],
    ['anna@firm.example', ['anna@firm.example']],
    ['Please write to lars (at) fjord-toys.example', ['lars@fjord-toys.example']],
    ['Напишите коллеге: marketing собака dymok точка example', ['marketing@dymok.example']],
    ['Write to my boss: shop @ veloport.example', ['shop@veloport.example']],
    ['Пишите бухгалтеру: kassa (собачка) ugol.example', ['kassa@ugol.example']],
    ['Пишите в закупки: zakup@ugol.example (старый ящик удалили)', ['zakup@ugol.example']],
    ['Анна Котова, Anna.Kotova@Firm.Example', ['anna.kotova@firm.example']],
    ['Направьте на buyers@firm.example, там ответят', ['buyers@firm.example']],
    ['Закупками занимается отдел снабжения (snab@firm.example)', ['snab@firm.example']],
    ['вот почта начальника: шеф@пример.рф', ['шеф@пример.рф']],
    ['Write to my colleague Kate <kate@firm.example> instead', ['kate@firm.example']],
    [
      "I'm not the right person. Please contact bob@firm.example or sue@firm.example!",
      ['bob@firm.example', 'sue@firm.example'],
    ],
    ['Our CTO handles this, cto@firm.example', ['cto@firm.example']],
    ['Try mailto:procurement@firm.example', ['procurement@firm.example']],
    ['Write to kate@firm.example, not to me', ['kate@firm.example']],
    ['Наш закупщик в телеграме @Zakup_Oleg', ['@zakup_oleg']],
    ['Это к Олегу: https://t.me/zakup_oleg', ['@zakup_oleg']],
    ['telegram: @zakup_oleg', ['@zakup_oleg']],
    ['Это не ко мне, пишите @zakup_oleg.', ['@zakup_oleg']],
    ['Ask t.me/kate_buys or bob@firm.example', ['@kate_buys', 'bob@firm.example']],
    ['Пишите @kate_buys, она же t.me/Kate_Buys', ['@kate_buys']],
  ])('is followed to the address: %s', (text, addresses) => {
    expect(read(text).intents).toEqual([{ type: 'redirect', addresses }]);
  });

  it.each([
    'Я этим не занимаюсь',
    'Обратитесь к коллеге из отдела закупок',
    'Вы не по адресу',
    'Я больше не работаю в этой компании',
    'Это не ко мне, напишите нашему директору',
    'За это отвечает главный инженер',
    'Not me, ask Anna',
    "I'm not the right person for this.",
    "You'd better talk to our procurement team.",
    'I no longer work at the company',
    'My boss is responsible for such things',
    'Напишите лучше Ольге',
    'Олегу напишите, он решает',
    'Это к айтишникам',
    'This should go to our finance team',
  ])('is asked for the address when there is none: %s', (text) => {
    expect(read(text).intents).toEqual([{ type: 'redirect', addresses: [] }]);
  });

  it('is left alone when the same message says stop', () => {
    expect(read('Remove me from the list, write to buyers@firm.example').intents).toEqual([
      { type: 'stop' },
      { type: 'redirect', addresses: ['buyers@firm.example'] },
    ]);
    expect(read('Больше мне не пишите. Пишите на zakupki@firm.example').intents).toEqual([
      { type: 'stop' },
      { type: 'redirect', addresses: ['zakupki@firm.example'] },
    ]);
    expect(wishesIn('Отпишите меня, этим занимается другой отдел')).toEqual(['stop']);
  });

  it.each(['Мой телеграм @anna_kotova', 'Напишите мне в тг @anna_kotova', 'My telegram is @anna_kotova'])(
    'is followed to nobody when the name is the own one: %s',
    (text) => {
      expect(wishesIn(text)).not.toContain('redirect');
    },
  );

  it('is followed to nobody by a link that leads to no person', () => {
    expect(wishesIn('t.me/joinchat/AAAAAE')).toEqual(['unclear']);
  });

  it('does not point to our bot', () => {
    expect(wishesIn('@our_agent_bot')).toEqual(['unclear']);
  });

  it('does not point to us', () => {
    expect(read('Обратитесь к коллеге, а не на Sales@Our-Agent.example').intents).toEqual([
      { type: 'redirect', addresses: [] },
    ]);
  });
});

describe('a contact whose own address stands below the message', () => {
  it.each([
    ['Пришлите презентацию\n\nИван Петров\n+7 495 123-45-67\nivan@firm.example', ['presentation']],
    ['Пришлите презентацию.\nС уважением, Иван, e-mail: ivan@firm.example', ['presentation']],
    ['How much is it?\n\nBest regards,\nJohn\njohn@firm.example', ['question']],
    ['Спасибо, получил\nтел. +7 (812) 111-22-33, e-mail: oleg@firm.example', ['acknowledged']],
  ])('is not sent elsewhere: %s', (text, wishes) => {
    expect(wishesIn(text)).toEqual(wishes);
  });
});

describe('an address beside an opt-out', () => {
  it.each([
    'Take me off your list, and use desk@firm.example for anything else',
    'It is Victor’s thing now, desk@firm.example. You can delete my address.',
    'Удалите меня из базы, а писать надо на desk@firm.example',
  ])('is written to instead: %s', (text) => {
    expect(read(text).intents).toEqual([{ type: 'stop' }, { type: 'redirect', addresses: ['desk@firm.example'] }]);
  });

  it.each([
    'Пожалуйста, удалите почту desk@firm.example из вашей базы',
    'Please delete desk@firm.example from your list',
    'Адрес desk@firm.example исключите из рассылки',
  ])('is the one that is to be struck off: %s', (text) => {
    expect(read(text).intents).toEqual([{ type: 'stop' }]);
  });
});
