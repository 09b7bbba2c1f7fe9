import { report } from './report';

const FIGURES = {
  count: 300,
  p50Ms: 18.04,
  p99Ms: 40,
  floorP50Ms: 8,
  pollingP50Ms: 5_008,
  overFloor: 2.255,
  underPolling: 277.6,
};

describe('the report of a run', () => {
  it('shows what was measured and what was only modelled', () => {
    const text = report(FIGURES);
    expect(text).toMatch(/^ {2}p50 +18\.0 ms$/m);
    expect(text).toMatch(/^ {2}polling p50 \(modelled\) +5008\.0 ms$/m);
  });

  it('says that the targets hold', () => {
    expect(report(FIGURES).match(/: holds/g)).toHaveLength(2);
  });

  it('says clearly that a target does not hold', () => {
    const text = report({ ...FIGURES, overFloor: 2.6, underPolling: 249 });
    expect(text).toMatch(/2\.60 times {2}\(at most 2\.5: DOES NOT HOLD\)/);
    expect(text).toMatch(/249\.00 times {2}\(at least 250: DOES NOT HOLD\)/);
  });
});
