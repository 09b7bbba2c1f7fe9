import { pick, type Random } from '@app/peers/system/random';

/**
 * The same message as another hand might have typed it: with slips of the finger, without capitals or punctuation,
 * with a greeting before it, a signature below it. What it means stays the same.
 */
export function makeNoise(text: string, random: Random): string {
  const manners = /[а-яё]/iu.test(text) ? RUSSIAN : ENGLISH;
  let noisy = text;
  const now = (share: number): boolean => random() < share;
  if (now(0.3)) noisy = noisy.toLowerCase();
  else if (now(0.05)) noisy = noisy.toUpperCase();
  if (now(0.3)) noisy = noisy.replaceAll(/(?<!\p{N})[.,!]+(?=\s|$)/gu, '');
  if (now(0.15)) noisy = noisy.replaceAll(/\?+$/gu, '');
  if (noisy.length > SHORT && now(0.35)) noisy = withSlip(noisy, random);
  if (noisy.length > LONG && now(0.2)) noisy = withSlip(noisy, random);
  if (now(0.3)) noisy = `${pick(manners.openings, random)} ${noisy}`;
  if (now(0.2)) noisy = `${/[.!?]$/u.test(noisy) ? noisy : `${noisy}.`}${pick(manners.closings, random)}`;
  return noisy;
}

const SHORT = 6;
const LONG = 25;

interface Manners {
  readonly openings: readonly [string, ...string[]];
  readonly closings: readonly [string, ...string[]];
}

const RUSSIAN: Manners = {
  openings: [
    'Добрый день!',
    'Здравствуйте.',
    'Привет,',
    'Приветствую!',
    'Анна,',
    'Анна, добрый день.',
    'Спасибо за письмо.',
    'Прочитал ваше письмо.',
    'Получили ваше сообщение.',
    'Посмотрел ваш сайт.',
    'По поводу вашего письма:',
    'Отвечаю на ваше письмо.',
  ],
  closings: [
    ' Спасибо.',
    ' Хорошего дня.',
    '\nОльга',
    '\nС уважением, Иван',
    '\n\nС уважением,\nМария Петрова\nдиректор',
    '\n--\nОтправлено с iPhone',
    '\nИван Смирнов, +7 900 123-45-67',
  ],
};

const ENGLISH: Manners = {
  openings: [
    'Hi,',
    'Hey,',
    'Hi there.',
    'Hello Anna,',
    'Dear Anna,',
    'Good morning,',
    'Thanks for your email.',
    'Thanks for writing.',
    'I read your message.',
    'I had a look at your site.',
    'Regarding your email:',
    'About your offer:',
  ],
  closings: [
    ' Thanks',
    ' Cheers',
    ' Best, Kate',
    ' Have a nice day.',
    '\nJohn',
    '\nSent from my iPhone',
    '\n\nBest regards,\nJohn Smith\nCEO',
  ],
};

/** A letter too few, twice, in the wrong place, or a wrong one. */
function withSlip(text: string, random: Random): string {
  const at = 1 + Math.floor(random() * (text.length - 1));
  const letter = text.charAt(at);
  if (!/[a-zа-яё]/iu.test(letter)) return text;
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  const neighbours = /[а-яё]/iu.test(letter) ? 'абвгдежзийклмнопрстуфхцчшщыьэюя' : 'abcdefghijklmnopqrstuvwxyz';
  return pick(
    [
      before + after,
      before + letter + letter + after,
      before + after.slice(0, 1) + letter + after.slice(1),
      before + neighbours.charAt(Math.floor(random() * neighbours.length)) + after,
    ],
    random,
  );
}
