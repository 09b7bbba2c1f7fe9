import { wordsOf } from './words-of';

const THREAD = { subject: 'Отзывы о вашей сети' };

describe('the words a message is read by', () => {
  it.each([
    ['its own, whatever its subject says', { text: 'Пришлите презентацию', subject: 'стоп' }, 'Пришлите презентацию'],
    ['the subject, where the contact wrote only that', { text: ' \n', subject: 'STOP' }, 'STOP'],
    ['not the subject of an answer', { text: '', subject: 'Re: stop' }, ''],
    ['not the subject of a letter passed on', { text: '', subject: 'Fwd: stop' }, ''],
    ['not our own subject, though its client put no Re: before it', { text: '', subject: THREAD.subject }, ''],
    ['none, where there are none', { text: '', subject: '' }, ''],
  ])('are %s', (_which, message, words) => {
    expect(wordsOf(message, THREAD)).toBe(words);
  });
});
