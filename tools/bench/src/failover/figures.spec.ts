import { failoverFiguresOf, reportFailover } from './figures';

const OURS = { name: 'ours', electedMs: 3_000, claimedMs: 20 };
const AGENDA = { name: 'Agenda', electedMs: 3_000, claimedMs: 2_000 };

describe('the first claim after a primary’s death', () => {
  it('is compared with and without the election, which is the same for all', () => {
    const figures = failoverFiguresOf([OURS, AGENDA]);
    expect(figures).toMatchObject({ deaths: 1, electedMs: 3_000, fromFirstWriteMs: 20, fromKillMs: 3_020 });
    expect(figures.overAgenda).toBeCloseTo(0.01);
    expect(figures.fromKillOverAgenda).toBeCloseTo(0.604);
    expect(figures.overPulse).toBeNull();
  });

  it('is the median of several deaths', () => {
    const rounds = [10, 900, 30].map((claimedMs) => ({ ...OURS, claimedMs }));
    expect(failoverFiguresOf(rounds)).toMatchObject({ deaths: 3, fromFirstWriteMs: 30 });
  });

  it('is said to hold, not to hold, or not to be measured', () => {
    const said = reportFailover(failoverFiguresOf([{ ...OURS, claimedMs: 300 }, AGENDA]));
    expect(said).toContain('0.15 times  (at most 0.1: DOES NOT HOLD)');
    expect(said).toMatch(/over Pulse’s +not measured/);
    expect(reportFailover(failoverFiguresOf([OURS, AGENDA]))).toContain('0.01 times  (at most 0.1: holds)');
  });
});
