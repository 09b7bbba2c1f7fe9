import { table } from './table';

describe('a table', () => {
  it('has columns as wide as their widest cell, and no blanks at the ends of its lines', () => {
    expect(
      table(
        ['name', 'stage'],
        [
          ['Анна', 'stopped'],
          ['Константин', ''],
        ],
      ).split('\n'),
    ).toEqual(['name        stage', 'Анна        stopped', 'Константин']);
  });
});
