import { inOneLine } from './in-one-line';

describe('a sentence that repeats what was given', () => {
  it.each([
    ['several lines', 'There is no "a\r\nb\u2028c".', 'There is no "a b c".'],
    ['what acts on a terminal', 'There is no "\u001b[2J\u202e\ud800".', 'There is no "�[2J��".'],
    [
      'more than anybody reads',
      `There is no "${'x'.repeat(100_000)}"; name another.`,
      /^There is no "x{687} … x+"; name another\.$/,
    ],
  ])('is one line of plain text: %s', (_, sentence, shown) => {
    expect(inOneLine(sentence)).toEqual(typeof shown === 'string' ? shown : expect.stringMatching(shown));
    expect(inOneLine(sentence).length).toBeLessThanOrEqual(1_000);
  });
});
