import type { Language } from '@app/domain/language';

/** What the contact says in the scripted chat, and what has to stand in the messages to it. */
export interface ChatScript {
  /** Two short messages, which get one answer. */
  readonly thanks: string;
  readonly question: string;
  /** Stands in the product's knowledge, and so in the answer. */
  readonly answer: string;
  readonly postponement: string;
  /** How the message names the day. */
  readonly day: string;
}

export const CHAT_SCRIPT: Readonly<Record<Language, ChatScript>> = {
  ru: {
    thanks: 'Понятно, спасибо.',
    question: 'Сколько времени занимает подключение?',
    answer: 'Подключение занимает один-два рабочих дня',
    postponement: 'Сейчас не до этого. Вернитесь к нам 1 декабря, пожалуйста.',
    day: '1 декабря',
  },
  en: {
    thanks: 'I see, thank you.',
    question: 'How long does the setup take?',
    answer: 'Setup takes one or two working days',
    postponement: 'This is a busy time for us. Please come back on 1 December.',
    day: '1 December',
  },
};
