import { remembering } from './remembering';

describe('what was worked out for a word', () => {
  it('is not worked out again', () => {
    const asked: string[] = [];
    const lengthOf = remembering((word) => {
      asked.push(word);
      return word.length;
    });
    expect([lengthOf('one'), lengthOf('three'), lengthOf('one')]).toEqual([3, 5, 3]);
    expect(asked).toEqual(['one', 'three']);
  });

  it('is forgotten before it fills the memory', () => {
    const asked: string[] = [];
    const same = remembering((word) => {
      asked.push(word);
      return word;
    });
    for (let word = 0; word <= 20_000; word++) same(String(word));
    same('0');
    expect(asked.filter((word) => word === '0')).toHaveLength(2);
  });
});
