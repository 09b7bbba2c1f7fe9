import { againAfter } from './again-after';

describe('the wait after a failure', () => {
  it('grows, stays below half a minute, and is not the same for all', () => {
    expect([1, 2, 3, 9].map((failures) => againAfter(failures, 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
    expect(againAfter(1, 0)).toBe(500);
  });
});
