import { reportIdle, reportStartUp } from './figures';

describe('what the operator reads of the services themselves', () => {
  it('is whether the slowest starts within three seconds', () => {
    const apps = [{ name: 'sales-brain', p50Ms: 1_200 }];
    expect(reportStartUp({ slowestMs: 1_200, apps })).toContain('1200  (at most 3000: holds)');
    expect(reportStartUp({ slowestMs: 3_100, apps })).toContain('DOES NOT HOLD');
  });

  it('is whether they cost next to nothing together', () => {
    const services = [{ name: 'sales-brain', percent: 0.7 }];
    expect(reportIdle({ percentTogether: 1.9, services })).toContain('1.90  (at most 2: holds)');
    expect(reportIdle({ percentTogether: 2.1, services })).toContain('DOES NOT HOLD');
  });

  it('is no figure where the system does not tell', () => {
    const services = [{ name: 'sales-brain', percent: null }];
    expect(reportIdle({ percentTogether: null, services })).not.toContain('holds');
  });
});
