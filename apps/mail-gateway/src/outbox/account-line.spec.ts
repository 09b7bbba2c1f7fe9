import { AccountLine } from './account-line';
import { CONNECTIONS } from './account.transport';

describe('the way out of one account', () => {
  it('has never more letters under way than connections', async () => {
    const line = new AccountLine();
    expect(await line.take(100)).toBe(CONNECTIONS);

    const next = line.take(100);
    line.give(2);

    expect(await next).toBe(2);
  });

  it('makes one round ready while another is under way, as long as letters get through', async () => {
    const line = new AccountLine();
    line.works();
    expect(await line.take(100)).toBe(CONNECTIONS);
    expect(await line.take(100)).toBe(CONNECTIONS);

    const next = line.take(100);
    line.give(1);

    expect(await next).toBe(1);
  });

  it('lets a claimed letter wait for a connection half a second at most, and none begin without one', async () => {
    jest.useFakeTimers();
    const line = new AccountLine();
    const first = Array.from({ length: CONNECTIONS }, () => line.begin());
    expect(await Promise.all(first)).toEqual(Array(CONNECTIONS).fill(true));
    const [next, last] = [line.begin(), line.begin()];

    line.end();
    jest.advanceTimersByTime(501);

    expect([await next, await last]).toEqual([true, false]);
    const later = line.begin();
    jest.advanceTimersByTime(501);
    expect(await later).toBe(false);
    jest.useRealTimers();
  });

  it('believes that its login is refused after three times, and not when letters failed together', () => {
    jest.useFakeTimers();
    const line = new AccountLine();
    expect([line.refused(), line.refused()]).toEqual(['perhaps', 'perhaps']);
    jest.advanceTimersByTime(5_001);
    expect(line.refused()).toBe('perhaps');
    jest.advanceTimersByTime(15_001);
    expect(line.refused()).toBe('for-good');
    jest.useRealTimers();
  });

  it('rests after a failure, and says it once', () => {
    const line = new AccountLine();
    expect(line.failed()).toBe('news');
    expect(line.failed()).toBe('known');
    expect(line.restMs()).toBeGreaterThan(4_000);
  });

  it('is awake again as soon as a letter gets through', () => {
    const line = new AccountLine();
    line.failed();
    expect(line.works()).toBe('news');
    expect(line.restMs()).toBe(0);
    expect(line.works()).toBe('known');
  });
});
