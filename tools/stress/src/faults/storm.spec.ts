import { Random } from '../random';
import type { Fault } from './fault';
import { Storm } from './storm';

const AT_ONCE = { least: 0, most: 0 };

describe('a storm', () => {
  it('that is over before it began has struck with everything once', async () => {
    const storm = stormOf(['a', 'b', 'c'], new AbortController());
    await storm.rage(AbortSignal.abort());
    expect([...storm.struck]).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('strikes with everything before it strikes with anything again', async () => {
    const enough = new AbortController();
    const said: string[] = [];
    const storm = stormOf(['a', 'b', 'c'], enough, said, 9);
    await storm.rage(enough.signal);
    for (const turn of [0, 3, 6]) expect(said.slice(turn, turn + 3).sort()).toEqual(['a: done', 'b: done', 'c: done']);
  });

  it('of the same seed strikes in the same order', async () => {
    const orders = await Promise.all([1, 1, 2].map((seed) => orderOf(seed)));
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).not.toEqual(orders[2]);
  });

  it('never strikes twice at once in one lane', async () => {
    let underWay = 0;
    let most = 0;
    const slow = (name: string): Fault => ({
      name,
      async strike() {
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay -= 1;
        return 'done';
      },
    });
    const lane = { faults: [slow('a'), slow('b')], random: new Random(1), rest: AT_ONCE };
    await new Storm([lane], () => undefined).rage(AbortSignal.abort());
    expect(most).toBe(1);
  });
});

async function orderOf(seed: number): Promise<string[]> {
  const enough = new AbortController();
  const said: string[] = [];
  await stormOf(['a', 'b', 'c', 'd'], enough, said, 12, seed).rage(enough.signal);
  return said;
}

/** One of a single lane, which is told that it is enough after so many strikes. */
function stormOf(names: readonly string[], enough: AbortController, said: string[] = [], strikes = 0, seed = 1): Storm {
  const faults = names.map((name): Fault => ({ name, strike: () => Promise.resolve('done') }));
  return new Storm([{ faults, random: new Random(seed), rest: AT_ONCE }], (line) => {
    said.push(line);
    if (said.length === strikes) enough.abort();
  });
}
