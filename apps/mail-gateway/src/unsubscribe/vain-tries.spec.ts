import { VainTries } from './vain-tries';

const MINUTE = 60_000;

describe('an address that asks for letters that do not exist', () => {
  function afterTries(times: number, address = 'a'): VainTries {
    const tries = new VainTries();
    for (let index = 0; index < times; index += 1) tries.count(address, index);
    return tries;
  }

  it('is heard sixty times a minute, and not once more', () => {
    expect(afterTries(59).isTooMany('a', MINUTE - 1)).toBe(false);
    expect(afterTries(60).isTooMany('a', MINUTE - 1)).toBe(true);
  });

  it('is heard again a minute after the first of them', () => {
    const tries = afterTries(100);
    expect(tries.isTooMany('a', MINUTE)).toBe(false);
    tries.count('a', MINUTE);
    expect(tries.isTooMany('a', MINUTE + 1)).toBe(false);
  });

  it('does not count against any other', () => {
    expect(afterTries(100).isTooMany('b', 100)).toBe(false);
  });

  it('is forgotten before memory runs short, the oldest first', () => {
    const tries = afterTries(60, 'oldest');
    for (let index = 0; index < 9_999; index += 1) tries.count(`address ${index}`, 60);
    expect(tries.isTooMany('oldest', 61)).toBe(true);
    tries.count('one more', 60);
    expect(tries.isTooMany('oldest', 61)).toBe(false);
  });
});
