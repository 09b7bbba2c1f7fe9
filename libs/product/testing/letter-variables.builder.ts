import type { LetterVariables } from '@app/product/letter-variables';

/** Everything a letter can say; `changes` replaces parts. */
export function letterVariables(changes: Partial<LetterVariables> = {}): LetterVariables {
  return {
    contact: { name: 'Ирина', company: 'Тёплый дом', interests: 'отчёты и сравнение с конкурентами' },
    consent: { source: 'каталог выставки', ground: 'законный интерес' },
    product: { name: 'Napoleon IT Отзывы' },
    sender: { name: 'Команда', company: 'Napoleon IT' },
    token: 'k7m2x9',
    demo: { link: 'https://demo.example/in', login: 'guest' },
    referrer: { name: 'Олег', company: 'Тёплый дом' },
    date: '11 января',
    answers: [{ heading: 'Цена', text: 'Цена зависит от числа карточек.' }],
    slots: [
      { number: 1, time: 'четверг, 3 декабря, 14:00–14:30 (Москва)' },
      { number: 2, time: 'пятница, 4 декабря, 10:00–10:30 (Москва)' },
    ],
    slot: 'четверг, 3 декабря, 14:00–14:30 (Москва)',
    code: 'p&ss<1>',
    telegram: { link: 'https://t.me/bot?start=token' },
    invitations: [{ name: '@petr_buyer', link: 'https://t.me/bot?start=another' }],
    ...changes,
  };
}
