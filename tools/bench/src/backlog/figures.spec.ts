import { backlogFiguresOf, reportBacklog } from './figures';

const drained = (tookMs: number) => ({ tookMs, processorMs: tookMs / 2 });
const ROUNDS = {
  conversations: 1000,
  ours: [400, 500, 900].map(drained),
  bullmq: [1000, 1250, 1300].map(drained),
};

describe('a backlog beside the same one on BullMQ', () => {
  it('is compared by the median rate', () => {
    expect(backlogFiguresOf(ROUNDS)).toEqual({
      conversations: 1000,
      perSecond: 2000,
      processorMsPerConversation: 0.25,
      bullmq: { perSecond: 800, processorMsPerConversation: 0.625 },
      overBullmq: 2.5,
    });
  });

  it('is said to hold, or clearly not to', () => {
    expect(reportBacklog(backlogFiguresOf(ROUNDS))).toContain('2.50 times  (at least 2.5: holds)');
    expect(reportBacklog(backlogFiguresOf({ ...ROUNDS, ours: [drained(600)] }))).toContain('DOES NOT HOLD');
  });

  it('stands alone where there is no Redis', () => {
    const alone = backlogFiguresOf({ ...ROUNDS, bullmq: [] });
    expect(alone).toMatchObject({ perSecond: 2000, bullmq: null, overBullmq: null });
    expect(reportBacklog(alone)).toContain('not measured');
  });
});
