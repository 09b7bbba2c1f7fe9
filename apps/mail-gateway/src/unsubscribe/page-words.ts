import type { Language } from '@app/domain/language';

/** What a page is about. */
export type PageName = 'ask' | 'done' | 'unknown' | 'too-large' | 'too-many' | 'later';

export interface PageWords {
  readonly title: string;
  readonly text: string;
}

export const BUTTON: Record<Language, string> = { ru: 'Отписаться', en: 'Unsubscribe' };

export const PAGE_WORDS: Record<Language, Record<PageName, PageWords>> = {
  ru: {
    ask: { title: 'Отписаться от писем?', text: 'Нажмите кнопку, и мы больше вам не напишем.' },
    done: { title: 'Вы отписались', text: 'Мы больше вам не напишем. Подтверждать ничего не нужно.' },
    unknown: {
      title: 'Такой ссылки нет',
      text: 'Возможно, она скопирована не целиком. Чтобы не получать писем, ответьте на любое словом «стоп».',
    },
    'too-large': { title: 'Запрос слишком велик', text: 'Откройте ссылку из письма ещё раз.' },
    'too-many': { title: 'Слишком много запросов', text: 'Попробуйте ещё раз через минуту.' },
    later: {
      title: 'Сейчас не получилось',
      text: 'Вы ещё не отписаны. Попробуйте через минуту или ответьте на письмо словом «стоп».',
    },
  },
  en: {
    ask: { title: 'Unsubscribe?', text: 'Press the button, and we will not write to you again.' },
    done: { title: 'You are unsubscribed', text: 'We will not write to you again. There is nothing to confirm.' },
    unknown: {
      title: 'There is no such link',
      text: 'It may have been copied in part. To get no more letters, answer any of them with “stop”.',
    },
    'too-large': { title: 'The request is too large', text: 'Open the link of the letter once more.' },
    'too-many': { title: 'Too many requests', text: 'Try again in a minute.' },
    later: {
      title: 'That did not work just now',
      text: 'You are not unsubscribed yet. Try again in a minute, or answer the letter with “stop”.',
    },
  },
};
