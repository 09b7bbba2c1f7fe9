import { FIRST_GENERATION, medianUnderPolling } from './polling-model';

describe('a contact of a sender that polls', () => {
  it('waits half an interval at each hop, and for the work', () => {
    expect(medianUnderPolling({ hops: ['in', 'think', 'out'], intervalMs: 5_000 }, 8)).toBe(7_508);
  });

  it('waited five seconds for the first generation', () => {
    expect(medianUnderPolling(FIRST_GENERATION, 0)).toBe(5_000);
  });
});
