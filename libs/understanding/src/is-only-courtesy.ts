import { phrase } from './phrase';
import { blankOut } from './readable-text';

const COURTESY = phrase(
  [
    '(большое |огромное )?спасибо( вам| большое| огромное)?( за (ответ|сообщение|письмо|информацию|материалы))?',
    'благодарю( вас)?( за (ответ|сообщение|письмо|информацию|материалы))?',
    '(добрый|доброе|доброго|добрые) (день|утро|вечер|дня|утра|вечера|времени суток)',
    '(здравствуйте|здравствуй|приветствую|привет)',
    '(many )?(thanks|thank you)( a lot| so much| very much)?( for (the|your) (message|reply|answer|letter|email|information))?',
    '(hello|hi|hey)( there)?',
    'good (morning|afternoon|evening|day)',
  ].join('|'),
);

/** Whether the words are nothing but a greeting or thanks. */
export function isOnlyCourtesy(plain: string): boolean {
  const rest = blankOut(plain, COURTESY);
  return rest !== plain && !/[\p{L}\p{N}?]/u.test(rest);
}
