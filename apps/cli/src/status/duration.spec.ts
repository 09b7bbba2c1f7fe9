import { durationInWords } from './duration';

describe('how long something lasts', () => {
  it.each([
    [0, '0 s'],
    [12_400, '12 s'],
    [200_000, '3 min 20 s'],
    [180_000, '3 min'],
    [3_600_000, '1 h'],
    [187_200_000, '2 d 4 h'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });
});
