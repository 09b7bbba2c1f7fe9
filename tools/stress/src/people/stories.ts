import type { Letter } from '@app/domain/letter';

/** What a contact says after each letter, and the letters that must have come in the end. */
export interface Story {
  readonly says: readonly string[];
  /** In no order of their own: when the clock jumps, a follow-up may come before an answer. */
  readonly gets: readonly (readonly Letter[])[];
}

const QUESTION = 'Добрый день! Сколько стоит подключение и есть ли скидка при оплате за год?';
const STOP = 'Больше не пишите мне, пожалуйста.';
const LATER = 'Вернитесь, пожалуйста, к этому через неделю.';
const DEMO = 'Покажите, пожалуйста, демо.';
/** Stands for the address of a colleague of the contact's own. */
export const COLLEAGUE = 'COLLEAGUE';

export const MAIL_STORIES: readonly Story[] = [
  { says: [QUESTION, QUESTION, STOP], gets: [['opening'], ['answer'], ['answer']] },
  { says: [QUESTION, LATER], gets: [['opening'], ['answer'], ['postpone-agreed'], ['reminder']] },
  { says: [DEMO], gets: [['opening'], ['demo-access'], ['demo-follow-up']] },
  { says: ['Пришлите, пожалуйста, презентацию.'], gets: [['opening'], ['presentation']] },
  {
    says: [`Это не ко мне, напишите моей коллеге: ${COLLEAGUE}`],
    gets: [['opening'], ['redirect-thanks'], ['referral-opening']],
  },
];

/** Who presses Start begins with it, and gets the opening for it. */
export const CHAT_STORIES: readonly Story[] = [
  { says: [QUESTION, STOP], gets: [['opening'], ['answer']] },
  { says: [LATER], gets: [['opening'], ['postpone-agreed'], ['reminder']] },
  { says: [QUESTION, QUESTION], gets: [['opening'], ['answer'], ['answer']] },
  { says: [DEMO], gets: [['opening'], ['demo-access'], ['demo-follow-up']] },
];
