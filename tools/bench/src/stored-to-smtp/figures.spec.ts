import { figuresOf } from './figures';

describe('the figures of one run', () => {
  it('compare the median with the floor and with polling', () => {
    const figures = figuresOf({ storedToSmtpMs: [16, 20, 90], floorMs: [8, 10, 12] });

    expect(figures).toEqual({
      count: 3,
      p50Ms: 20,
      p99Ms: 90,
      floorP50Ms: 10,
      pollingP50Ms: 5_010,
      overFloor: 2,
      underPolling: 250.5,
    });
  });
});
