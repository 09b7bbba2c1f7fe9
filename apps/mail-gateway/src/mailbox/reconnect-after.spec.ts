import { reconnectAfter } from './reconnect-after';

describe('a mailbox that cannot be reached', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [6, 32_000],
    [7, 60_000],
    [500, 60_000],
  ])('is tried again after failure %i in %i ms', (failures, ms) => {
    expect(reconnectAfter(failures, 0)).toBe(ms);
  });

  it('is tried more rarely where that is asked for', () => {
    expect(reconnectAfter(500, 0, 900_000)).toBe(900_000);
  });

  it('is tried at another moment than its neighbours', () => {
    expect(reconnectAfter(1, 1)).toBe(500);
  });
});
