import type { Language } from '@app/domain/language';

/** What the contact and the colleague say in the scripted conversation, and what has to stand in the letters to it. */
export interface Script {
  readonly question: string;
  /** Stands in the product's knowledge, and so in the answer. */
  readonly answer: string;
  readonly presentation: string;
  readonly postponement: string;
  /** How the letter names the day. */
  readonly day: string;
  readonly redirection: (address: string) => string;
  readonly stop: string;
  /** What nobody can be sure to understand. */
  readonly riddle: string;
  /** What the operator tries to write after the stop. */
  readonly afterwards: string;
}

export const SCRIPT: Readonly<Record<Language, Script>> = {
  ru: {
    question: 'Здравствуйте! Сколько времени занимает подключение?',
    answer: 'Подключение занимает один-два рабочих дня',
    presentation: 'Понятно, спасибо. Пришлите, пожалуйста, презентацию.',
    postponement: 'Сейчас не до этого. Вернитесь к нам 1 декабря, пожалуйста.',
    day: '1 декабря',
    redirection: (address) => `Этим теперь занимается мой коллега, напишите лучше ему: ${address}`,
    stop: 'Стоп. Больше не пишите мне.',
    riddle: 'Ну вот, а у нас тут снег выпал.',
    afterwards: 'Может быть, всё-таки созвонимся?',
  },
  en: {
    question: 'Hello! How long does the setup take?',
    answer: 'Setup takes one or two working days',
    presentation: 'I see, thank you. Please send me the presentation.',
    postponement: 'This is a busy time for us. Please come back on 1 December.',
    day: '1 December',
    redirection: (address) => `My colleague looks after this now, please write to him instead: ${address}`,
    stop: 'Stop. Do not write to me any more.',
    riddle: 'Well, it has been snowing here since morning.',
    afterwards: 'Could we perhaps have a call after all?',
  },
};
