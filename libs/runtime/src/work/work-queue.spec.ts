import { NOTHING_LEFT, type Reaction, type Reactor } from './reactor';
import { WorkQueue, type QueueHooks } from './work-queue';

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
    await jest.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual(['bad']);
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
  readonly react?: (keys: readonly string[]) => Promise<Reaction>;
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
    react: (keys) => {
      taken.push(keys);
      return react(keys);
    },
  };
  const nothing = () => undefined;
  const all: QueueHooks = { isOwn: () => true, onMade: nothing, wake: nothing, onFailure: nothing, ...hooks };
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

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}
