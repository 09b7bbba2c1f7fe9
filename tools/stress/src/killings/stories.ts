import type { Letter } from '@app/domain/letter';

/** What a contact writes after each letter, and the letters it must have got in the end, in order. */
export interface Story {
  readonly says: readonly string[];
  readonly gets: readonly (readonly Letter[])[];
}

const QUESTION = 'Добрый день! Сколько стоит подключение и есть ли скидка при оплате за год?';

export const STORIES: readonly [Story, ...Story[]] = [
  {
    says: [QUESTION, QUESTION, 'Больше не пишите мне, пожалуйста.'],
    gets: [['opening'], ['answer'], ['answer']],
  },
  {
    says: [QUESTION, 'Вернитесь, пожалуйста, к этому через неделю.'],
    gets: [['opening'], ['answer'], ['postpone-agreed']],
  },
  {
    says: ['Покажите, пожалуйста, демо.', QUESTION],
    gets: [['opening'], ['demo-access'], ['answer']],
  },
  {
    says: ['Это не ко мне, напишите моей коллеге: COLLEAGUE'],
    gets: [['opening'], ['redirect-thanks']],
  },
];

/** Every story's contact number `n` tells the story after the one before. */
export function storyOf(n: number): Story {
  return STORIES[n % STORIES.length] ?? STORIES[0];
}
