import type { LetterVariables } from '@app/product/letter-variables';

/** Everything a letter can say; `changes` replaces parts. */
export function letterVariables(changes: Partial<LetterVariables> = {}): LetterVariables {
  return {
    contact: { name: 'Ирина', company: 'Тёплый дом' },
    product: { name: 'Napoleon IT Отзывы' },
    sender: { name: 'Команда', company: 'Napoleon IT' },
    token: 'k7m2x9',
    demo: { link: 'https://demo.example/in', login: 'guest', password: 'p&ss<1>' },
    referrer: { name: 'Олег', company: 'Тёплый дом' },
    date: '11 января',
    answers: [{ heading: 'Цена', text: 'Цена зависит от числа карточек.' }],
    ...changes,
  };
}
