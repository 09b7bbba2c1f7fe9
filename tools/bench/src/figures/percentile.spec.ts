import { percentile } from './percentile';

describe('what the operator reads as p50 and p99', () => {
  it('is a value that was measured, whatever the order', () => {
    expect(percentile([30, 10, 20], 0.5)).toBe(20);
    expect(percentile([40, 10, 20, 30], 0.5)).toBe(20);
  });

  it('leaves one in a hundred above p99', () => {
    const values = Array.from({ length: 200 }, (_, index) => index + 1);
    expect(percentile(values, 0.99)).toBe(198);
  });

  it('is the only value where there is only one', () => {
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('is not made up where nothing was measured', () => {
    expect(() => percentile([], 0.5)).toThrow('nothing was measured');
  });
});
