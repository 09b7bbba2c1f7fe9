import { reportThroughput, throughputOf } from './throughput';

describe('how fast a backlog leaves', () => {
  it('is compared with the bare client of the same moment', () => {
    const rounds = [
      { gateway: 300, bare: 600 },
      { gateway: 400, bare: 1000 },
      { gateway: 270, bare: 900 },
    ];
    expect(throughputOf(rounds)).toEqual({ perSecond: 300, bare: 900, ofBare: 0.4 });
  });

  it('is said to hold, or clearly not to', () => {
    expect(reportThroughput({ perSecond: 400, bare: 1000, ofBare: 0.4 })).toContain('0.40  (at least 0.4: holds)');
    expect(reportThroughput({ perSecond: 390, bare: 1000, ofBare: 0.39 })).toContain('DOES NOT HOLD');
  });
});
