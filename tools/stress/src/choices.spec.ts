import { choices } from './choices';

describe('the options of a stress run', () => {
  it('are a minute and a seed of its own when nothing is said', () => {
    expect(choices([])).toEqual({ minutes: 1, seed: expect.any(Number) });
  });

  it('take a part of a minute, and a seed to play again', () => {
    expect(choices(['--minutes', '0.4', '--seed', '7'])).toEqual({ minutes: 0.4, seed: 7 });
  });

  it.each([
    ['--minutes', '0'],
    ['--minutes', 'long'],
    ['--minutes', '100000'],
    ['--seed', '-1'],
    ['--seed', '1.5'],
    ['--rounds', '1'],
  ])('refuse %s %s', (option, value) => {
    expect(() => choices([option, value])).toThrow(option);
  });
});
