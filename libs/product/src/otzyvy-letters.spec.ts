import { LANGUAGES } from '@app/domain/language';
import { LETTERS } from '@app/domain/letter';
import { letterVariables } from '../testing/letter-variables.builder';
import { otzyvy } from '../testing/otzyvy';
import { renderMail } from './render-letters';

const product = otzyvy();
const EACH_LETTER = LANGUAGES.flatMap((language) => LETTERS.map((letter) => [language, letter] as const));
const EACH_OPENING = LANGUAGES.flatMap((language) =>
  (['opening', 'referral-opening'] as const).map((letter) => [language, letter] as const),
);
const UNKNOWN_CONTACT = letterVariables({
  contact: {},
  consent: {},
  referrer: {},
  answers: [],
  demo: { link: 'https://demo.example/in', login: '' },
});
const HOLE = /\{\{|undefined|\[object| ,| \.|,[!,.]|\(\)|«»|\n\n\n| {2}/;

describe('a contact who gets a letter of the sample product', () => {
  it.each(EACH_LETTER)('finds no hole in it when everything is known: %s %s', (language, letter) => {
    const { subject, text } = renderMail(product, [letter], language, letterVariables());
    expect(`${subject ?? ''}\n${text}`).not.toMatch(HOLE);
  });

  it.each(EACH_LETTER)('finds no hole in it when nothing is known about the contact: %s %s', (language, letter) => {
    const { subject, text } = renderMail(product, [letter], language, UNKNOWN_CONTACT);
    expect(`${subject ?? ''}\n${text}`).not.toMatch(HOLE);
  });

  it.each([
    ['ru', 'opening', 'ответьте «стоп»'],
    ['en', 'opening', 'reply "stop"'],
    ['ru', 'referral-opening', 'ответьте «стоп»'],
    ['en', 'referral-opening', 'reply "stop"'],
    ['ru', 'follow-up', 'ответьте «стоп»'],
    ['en', 'follow-up', 'reply "stop"'],
    ['ru', 'reminder', 'ответьте «стоп»'],
    ['en', 'reminder', 'reply "stop"'],
    ['ru', 'demo-follow-up', 'ответьте «стоп»'],
    ['en', 'demo-follow-up', 'reply "stop"'],
  ] as const)('is told how to stop when we write first: %s %s', (language, letter, words) => {
    expect(renderMail(product, [letter], language, letterVariables()).text).toContain(words);
  });

  it.each(EACH_OPENING)(
    'reads what may be of interest, where the address came from and on what ground: %s %s',
    (language, letter) => {
      const { text } = renderMail(product, [letter], language, letterVariables());
      expect(text).toContain('отчёты и сравнение с конкурентами');
      expect(text).toContain('каталог выставки');
      expect(text).toContain('законный интерес');
    },
  );

  it.each([
    ['ru', 'Олег'],
    ['en', 'Олег'],
  ] as const)('is told who pointed us to them: %s', (language, name) => {
    const { subject, text } = renderMail(product, ['referral-opening'], language, letterVariables());
    expect(subject).toContain(name);
    expect(text).toContain(name);
  });

  it.each(LANGUAGES)('is greeted once in a mail of two letters: %s', (language) => {
    const { text } = renderMail(product, ['presentation', 'postpone-agreed'], language, letterVariables());
    expect(text.match(/Здравствуйте|Hello/g)).toHaveLength(1);
    expect(text.match(/С уважением|Kind regards/g)).toHaveLength(1);
  });
});
