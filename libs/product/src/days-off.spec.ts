import { daysOffFrom, usualDaysOff } from './days-off';

const NOW = new Date('2026-11-22T12:00:00+03:00');

describe('the days nobody works on', () => {
  it('are public holidays, on weekends too, and the days the operator named', () => {
    const days = daysOffFrom({ country: 'RU', closed: ['2027-01-11'] }, NOW, 'Europe/Moscow');
    expect(days).toEqual(expect.arrayContaining(['2027-01-01', '2027-01-11', '2027-05-01', '2027-05-09']));
    expect(days).toEqual([...days].sort());
  });

  it('begin where the contact is', () => {
    const first = new Date('2026-12-31T22:00:00Z');
    expect(daysOffFrom({ country: '', closed: ['2026-12-31'] }, first, 'Europe/Moscow')).toEqual([]);
    expect(daysOffFrom({ country: '', closed: ['2026-12-31'] }, first, 'Europe/London')).toEqual(['2026-12-31']);
  });

  it('are those of the language where nothing is known of a country', () => {
    expect(usualDaysOff('ru', NOW, 'Europe/Moscow')).toContain('2027-01-07');
    expect(usualDaysOff('en', NOW, 'Europe/Moscow')).toContain('2026-12-25');
  });
});
