import { setTimeout as pause } from 'node:timers/promises';
import { callsTogether } from './calls-together';

describe('calls of a kind', () => {
  it('go at once and alone while none is on its way', async () => {
    const { ask, asked } = answering();
    expect(await ask(1)).toBe(10);
    expect(await ask(2)).toBe(20);
    expect(asked).toEqual([[1], [2]]);
  });

  it('go together when they come while one is on its way, and each has its own answer', async () => {
    const { ask, asked, answer } = heldBack();
    const first = ask(1);
    await pause(0);
    const others = [ask(2), ask(3), ask(4)];
    await pause(0);
    expect(asked).toEqual([[1]]);
    answer();
    expect(await first).toBe(10);
    await pause(0);
    answer();
    expect(await Promise.all(others)).toEqual([20, 30, 40]);
    expect(asked).toEqual([[1], [2, 3, 4]]);
  });

  it('wait for nobody once they are many', async () => {
    const { ask, asked } = heldBack();
    void ask(0);
    await pause(0);
    for (let n = 1; n <= 200; n += 1) void ask(n);
    await pause(0);
    expect(asked.map((together) => together.length)).toEqual([1, 128]);
  });

  it('do not wait for one whose answer does not come', async () => {
    const { ask, asked } = heldBack();
    void ask(1);
    await pause(0);
    void ask(2);
    const before = performance.now();
    while (asked.length < 2) await pause(5);
    expect(asked).toEqual([[1], [2]]);
    expect(performance.now() - before).toBeGreaterThan(100);
  });

  it('fail by themselves: the others of a call that failed are asked again, alone', async () => {
    const { ask, asked } = answering((numbers) => {
      if (numbers.includes(3)) throw new Error('three');
    });
    const answers = await Promise.allSettled([ask(1), ask(2), ask(3), ask(4)]);
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      ...[10, 20],
      'Error: three',
      40,
    ]);
    expect(asked).toEqual([[1, 2, 3, 4], [1], [2], [3], [4]]);
  });

  it('go on after a failure', async () => {
    const { ask } = answering((numbers) => {
      if (numbers.includes(1)) throw new Error('one');
    });
    await expect(ask(1)).rejects.toThrow('one');
    expect(await ask(2)).toBe(20);
  });
});

function answering(check: (numbers: readonly number[]) => void = () => undefined) {
  const asked: (readonly number[])[] = [];
  const ask = callsTogether(async (numbers: readonly number[]) => {
    asked.push([...numbers]);
    await pause(0);
    check(numbers);
    return numbers.map((n) => 10 * n);
  });
  return { ask, asked };
}

/** Each call is answered when it is let go, the oldest first. */
function heldBack() {
  const asked: (readonly number[])[] = [];
  const held: (() => void)[] = [];
  const ask = callsTogether(async (numbers: readonly number[]) => {
    asked.push([...numbers]);
    await new Promise<void>((resolve) => held.push(resolve));
    return numbers.map((n) => 10 * n);
  });
  return { ask, asked, answer: () => held.shift()?.() };
}
