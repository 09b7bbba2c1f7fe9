import { memoryFiguresOf, reportMemory } from './figures';

/** One sample after each hundredth of 1,000 turns. */
function samplesOf(mbAfter: (turns: number) => number) {
  return Array.from({ length: 100 }, (_, index) => ({ turns: 10 * (index + 1), mb: mbAfter(10 * (index + 1)) }));
}

describe('the memory of a brain over its turns', () => {
  it('is flat when only its beginning was smaller', () => {
    const figures = memoryFiguresOf(
      samplesOf((turns) => (turns <= 100 ? 100 : 150)),
      500,
    );
    expect(figures).toMatchObject({ turns: 1000, perSecond: 2000, growth: 1 });
    expect(figures.tenthsMb).toEqual([100, 150, 150, 150, 150, 150, 150, 150, 150, 150]);
    expect(reportMemory(figures)).toContain('1.00 times  (at most 1.1: holds)');
  });

  it('is not flat when each turn leaves something behind', () => {
    const figures = memoryFiguresOf(
      samplesOf((turns) => 100 + turns / 10),
      500,
    );
    expect(reportMemory(figures)).toContain('DOES NOT HOLD');
  });
});
