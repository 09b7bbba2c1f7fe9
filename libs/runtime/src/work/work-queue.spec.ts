import { NOTHING_LEFT, type Reaction, type Reactor } from './reactor';
import { MOST_FOUND, WorkQueue, type QueueHooks } from './work-queue';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a key that is woken', () => {
  it('is worked on once, however often it was woken before', async () => {
    const { queue, taken } = aQueue({ concurrency: 1 });
    queue.wake('a');
    queue.wake('b');
    queue.wake('b');
    await settle();
    expect(taken).toEqual([['a'], ['b']]);
  });

  it('while it is in work is looked at once more afterwards', async () => {
    const gate = aGate();
    const { queue, taken } = aQueue({ react: () => gate.passed });
    queue.wake('a');
    queue.wake('a');
    queue.wake('a');
    gate.open(NOTHING_LEFT);
    await settle();
    expect(taken).toEqual([['a'], ['a']]);
  });

  it('while it is in work is known to have been to whoever works on it', async () => {
    const seen: boolean[] = [];
    const gate = aGate();
    const { queue } = aQueue({
      react: async (_, { isWoken }) => {
        seen.push(isWoken());
        await gate.passed;
        seen.push(isWoken());
        return NOTHING_LEFT;
      },
    });
    queue.wake('a');
    queue.wake('a');
    gate.open(NOTHING_LEFT);
    await settle();
    expect(seen).toEqual([false, true, false, false]);
  });

  it('belongs to another instance is left to it for a quarter of a second', async () => {
    const { queue, taken } = aQueue({ hooks: { isOwn: () => false } });
    queue.wake('a');
    await jest.advanceTimersByTimeAsync(249);
    expect(taken).toEqual([]);
    await jest.advanceTimersByTimeAsync(2);
    expect(taken).toEqual([['a']]);
  });

  it('belongs to another instance is left alone when that has taken care of it', async () => {
    const { queue, taken } = aQueue({ hooks: { isOwn: () => false }, stillWaits: () => Promise.resolve(false) });
    queue.wake('a');
    await jest.advanceTimersByTimeAsync(1000);
    expect(taken).toEqual([]);
  });

  it('is taken together with others when there is a backlog', async () => {
    const gate = aGate();
    const { queue, taken } = aQueue({ batch: 3, concurrency: 1, react: () => gate.passed });
    for (const key of ['a', 'b', 'c', 'd', 'e']) queue.wake(key);
    gate.open(NOTHING_LEFT);
    await settle();
    expect(taken).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });
});

describe('a key that is leased elsewhere', () => {
  it('is looked at again when the lease ends', async () => {
    let tries = 0;
    const { queue, taken } = aQueue({
      react: () => Promise.resolve(tries++ === 0 ? { again: [{ key: 'a', inMs: 5000 }] } : NOTHING_LEFT),
    });
    queue.wake('a');
    await jest.advanceTimersByTimeAsync(4999);
    expect(taken).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(2);
    expect(taken).toHaveLength(2);
  });
});

describe('a key that keeps failing', () => {
  const failing = { react: ([key]: readonly string[]) => reactUnless(key === 'bad') };

  it('is tried again ever more rarely, and does not hold up its neighbours', async () => {
    const { queue, taken } = aQueue({ ...failing, concurrency: 1 });
    queue.wake('bad');
    queue.wake('good');
    await jest.advanceTimersByTimeAsync(50);
    expect(taken).toEqual([['bad'], ['good']]);
    await jest.advanceTimersByTimeAsync(700);
    // After 100, 200 and 400 ms.
    expect(taken.filter(([key]) => key === 'bad')).toHaveLength(4);
  });

  it('that failed in a batch is taken alone afterwards', async () => {
    const { queue, taken } = aQueue({ batch: 2, concurrency: 1, react: (keys) => reactUnless(keys.includes('bad')) });
    queue.wake('first');
    queue.wake('bad');
    queue.wake('good');
    await jest.advanceTimersByTimeAsync(150);
    expect(taken.slice(2)).toEqual([['bad'], ['good']]);
  });

  it('is shown to the operator after eight failures', async () => {
    const shown: string[] = [];
    const { queue } = aQueue({ ...failing, quarantine: (key) => Promise.resolve(void shown.push(key)) });
    queue.wake('bad');
    await jest.advanceTimersByTimeAsync(12_000);
    expect(shown).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(shown).toEqual(['bad']);
  });

  it('is shown later when the database could not take that', async () => {
    const tried: string[] = [];
    const refusing = (key: string) => Promise.reject(new Error(String(tried.push(key))));
    const { queue } = aQueue({ ...failing, quarantine: refusing });
    queue.wake('bad');
    await jest.advanceTimersByTimeAsync(40_000);
    expect(tried).toEqual(['bad', 'bad']);
  });
});

describe('a backlog', () => {
  it('is taken up by the page, and asked for again when half of that is done', async () => {
    const onRoom = jest.fn();
    const gates: (() => void)[] = [];
    const react = () => new Promise<Reaction>((done) => gates.push(() => done(NOTHING_LEFT)));
    const { queue } = aQueue({ concurrency: 1, react, hooks: { onRoom } });
    const found = Array.from({ length: 2 * MOST_FOUND }, (_, number) => queue.find(`found-${String(number)}`));
    // One of them is in work.
    expect(found.indexOf(false)).toBe(MOST_FOUND + 1);
    expect(queue.isBehind).toBe(true);
    for (let done = 0; done < MOST_FOUND / 2 - 1; done += 1) await open(gates);
    expect(onRoom).not.toHaveBeenCalled();
    await open(gates);
    expect(onRoom).toHaveBeenCalledTimes(1);
    expect(queue.isBehind).toBe(false);
  });

  it('does not fill up with what others take care of', () => {
    const { queue } = aQueue({ hooks: { isOwn: () => false } });
    const found = Array.from({ length: 2 * MOST_FOUND }, (_, number) => queue.find(`found-${String(number)}`));
    expect(found.indexOf(false)).toBe(MOST_FOUND);
  });

  it('does not hold up what a change tells of now, and is not held up by it: they are taken by turns', async () => {
    const gate = aGate();
    const { queue, taken } = aQueue({ concurrency: 1, react: () => gate.passed });
    for (const key of ['old-1', 'old-2', 'old-3', 'old-4']) queue.find(key);
    for (const key of ['new-1', 'new-2']) queue.wake(key);
    gate.open(NOTHING_LEFT);
    await settle();
    expect(taken.flat()).toEqual(['old-1', 'new-1', 'old-2', 'new-2', 'old-3', 'old-4']);
  });

  it('waits while another queue has too much to do, and goes on after that', async () => {
    let isHeldUp = true;
    const { queue, taken } = aQueue({ hooks: { isHeldUp: () => isHeldUp } });
    queue.find('old');
    queue.wake('new');
    await settle();
    expect(taken).toEqual([['new']]);
    isHeldUp = false;
    queue.goOn();
    await settle();
    expect(taken).toEqual([['new'], ['old']]);
  });

  it('presses a queue that was told of more than it can take at once, until that is done', async () => {
    const onEased = jest.fn();
    const gate = aGate();
    const { queue } = aQueue({ concurrency: 1, react: () => gate.passed, hooks: { onEased } });
    for (let told = 0; told < 200; told += 1) queue.wake(`told-${String(told)}`);
    expect(queue.isPressed()).toBe(true);
    gate.open(NOTHING_LEFT);
    await settle();
    expect(queue.isPressed()).toBe(false);
    expect(onEased).toHaveBeenCalledTimes(1);
  });

  it('of changes is left to a later look when there are too many', () => {
    const { queue } = aQueue({ concurrency: 0 });
    for (let told = 0; told < 12_000; told += 1) queue.wake(`told-${String(told)}`);
    expect(queue.isBehind).toBe(true);
    expect(queue.has('told-11999')).toBe(false);
  });
});

describe('a queue that is stopped', () => {
  it('takes nothing new and waits for what is in work', async () => {
    const gate = aGate();
    const { queue, taken } = aQueue({ concurrency: 1, react: () => gate.passed });
    queue.wake('a');
    queue.wake('b');
    const stopped = queue.stop();
    queue.wake('c');
    gate.open(NOTHING_LEFT);
    await stopped;
    expect(taken).toEqual([['a']]);
  });
});

interface Shape extends Partial<Pick<Reactor, 'batch' | 'concurrency' | 'stillWaits' | 'quarantine'>> {
  readonly react?: Reactor['react'];
  readonly hooks?: Partial<QueueHooks>;
}

function aQueue({ react = () => Promise.resolve(NOTHING_LEFT), hooks, ...shape }: Shape) {
  const taken: (readonly string[])[] = [];
  const reactor: Reactor = {
    name: 'test',
    batch: 1,
    concurrency: 4,
    keyOf: () => undefined,
    waiting: () => {
      throw new Error('a queue does not look for itself');
    },
    ...shape,
    react: (keys, inWork) => {
      taken.push(keys);
      return react(keys, inWork);
    },
  };
  const nothing = () => undefined;
  const all: QueueHooks = {
    isOwn: () => true,
    onMade: nothing,
    wake: nothing,
    onFailure: nothing,
    onRoom: nothing,
    isHeldUp: () => false,
    onEased: nothing,
    ...hooks,
  };
  return { queue: new WorkQueue(reactor, all), taken };
}

function aGate(): { readonly passed: Promise<Reaction>; open(reaction: Reaction): void } {
  let open: (reaction: Reaction) => void = () => undefined;
  const passed = new Promise<Reaction>((resolve) => (open = resolve));
  return {
    passed,
    open: (reaction) => {
      open(reaction);
    },
  };
}

function reactUnless(fails: boolean): Promise<Reaction> {
  return fails ? Promise.reject(new Error('as always')) : Promise.resolve(NOTHING_LEFT);
}

async function open(gates: (() => void)[]): Promise<void> {
  gates.shift()?.();
  await settle();
}

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}
