import { endOfDay } from './day';

describe('a day the operator names', () => {
  it('lasts until the next one begins', () => {
    expect(endOfDay('--due', '2026-12-01')).toEqual(new Date(2026, 11, 2));
  });

  it.each(['2026-02-31', '01.12.2026', 'tomorrow', ''])('is not %j', (given) => {
    expect(() => endOfDay('--due', given)).toThrow(/^--due must be a day like 2026-12-01/);
  });
});
