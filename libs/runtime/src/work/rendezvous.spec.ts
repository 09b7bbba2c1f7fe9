import { ownerOf } from './rendezvous';

const KEYS = Array.from({ length: 3000 }, (_, n) => `conversation-${String(n)}`);

describe('the share of an instance', () => {
  it('is about as large as that of the others', () => {
    const shares = ['a', 'b', 'c'].map(
      (member) => KEYS.filter((key) => ownerOf(key, ['a', 'b', 'c']) === member).length,
    );
    for (const share of shares) expect(share).toBeGreaterThan(KEYS.length / 4);
  });

  it('moves only where an instance that is gone had it', () => {
    const moved = KEYS.filter((key) => {
      const before = ownerOf(key, ['a', 'b', 'c']);
      return before !== 'c' && before !== ownerOf(key, ['a', 'b']);
    });
    expect(moved).toEqual([]);
  });

  it('is seen the same by all, in whatever order they list one another', () => {
    expect(KEYS.map((key) => ownerOf(key, ['a', 'b']))).toEqual(KEYS.map((key) => ownerOf(key, ['b', 'a'])));
  });
});
