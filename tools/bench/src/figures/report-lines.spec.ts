import { judged, tableOf, times } from './report-lines';

describe('a target the operator reads', () => {
  it('holds at its bound, above or below', () => {
    expect(times(2.5, { atMost: 2.5 })).toBe('2.50 times  (at most 2.5: holds)');
    expect(times(2.5, { atLeast: 2.5 })).toBe('2.50 times  (at least 2.5: holds)');
  });

  it('is clearly said not to hold', () => {
    expect(times(2.51, { atMost: 2.5 })).toContain('DOES NOT HOLD');
    expect(judged('3', 3, { atLeast: 4 })).toBe('3  (at least 4: DOES NOT HOLD)');
  });

  it('is not judged where nothing was measured', () => {
    expect(times(null, { atMost: 1 })).toBe('not measured');
  });
});

describe('a report', () => {
  it('stands in columns under its title, its notes below', () => {
    const rows = [
      ['p50', '1 ms'],
      ['over the floor', '2'],
    ] as const;
    expect(tableOf('Answers', rows, ['floor: nothing'])).toBe(
      ['Answers:', '  p50             1 ms', '  over the floor  2', '  floor: nothing'].join('\n'),
    );
  });
});
