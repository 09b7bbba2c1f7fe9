import { inTurn } from './in-turn';

describe('several sources taken in turn', () => {
  it('are taken one of each, until the longest is through', async () => {
    expect(await all(inTurn([counting('a', 3), counting('b', 1), counting('c', 2)]))).toEqual([
      ...['a0', 'b0', 'c0'],
      ...['a1', 'c1'],
      'a2',
    ]);
  });

  it('are all ended when the reader has enough', async () => {
    const ended: string[] = [];
    const endless = ['a', 'b'].map((name) => counting(name, Infinity, () => ended.push(name)));
    for await (const one of inTurn(endless)) if (one === 'b1') break;
    expect(ended).toEqual(['a', 'b']);
  });
});

async function* counting(name: string, upTo: number, onEnd: () => void = () => undefined): AsyncIterable<string> {
  try {
    for (let n = 0; n < upTo; n += 1) yield await Promise.resolve(`${name}${String(n)}`);
  } finally {
    onEnd();
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
