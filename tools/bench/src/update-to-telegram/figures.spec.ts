import { figuresOf } from './figures';
import { reportTelegram } from './report';

const SAMPLES = {
  burst: { chats: 1000, tookMs: 34_000, refused: 0 },
  answeredMs: [10, 20, 30],
  floorMs: [8, 10, 12],
};

describe('the figures of Telegram', () => {
  it('are the median answer over the median floor, and a burst beside the least time the limit leaves', () => {
    expect(figuresOf(SAMPLES, 30)).toMatchObject({ p50Ms: 20, floorP50Ms: 10, overFloor: 2, count: 3 });
    expect(figuresOf({ ...SAMPLES, burst: { chats: 330, tookMs: 11_000, refused: 0 } }, 30).leastMs).toBe(10_000);
  });

  it('say whether the targets hold', () => {
    expect(reportTelegram(figuresOf(SAMPLES, 30))).not.toContain('DOES NOT HOLD');
    const tooSlow = { ...SAMPLES, answeredMs: [31] };
    expect(reportTelegram(figuresOf(tooSlow, 30))).toContain('3.10 times  (at most 3: DOES NOT HOLD)');
    const tooFast = { ...SAMPLES, burst: { ...SAMPLES.burst, refused: 1 } };
    expect(reportTelegram(figuresOf(tooFast, 30))).toContain('1  (at most 0: DOES NOT HOLD)');
  });
});
