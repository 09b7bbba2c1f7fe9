import { otzyvy } from '../testing/otzyvy';
import { rulesOf } from './rules-of';

const { settings } = otzyvy();
const NOW = new Date('2026-12-30T22:30:00Z');

function holidays(changes: Partial<typeof settings.holidays>, timeZone: string | null = null): readonly string[] {
  const product = { settings: { ...settings, holidays: { ...settings.holidays, ...changes } } };
  return rulesOf(product, { timeZone }, NOW).holidays;
}

describe('the rules for a contact', () => {
  it('hold where the contact lives, or where the product is sold when nobody knows', () => {
    expect(rulesOf({ settings }, { timeZone: 'Asia/Omsk' }, NOW).timeZone).toBe('Asia/Omsk');
    expect(rulesOf({ settings }, { timeZone: null }, NOW).timeZone).toBe('Europe/Moscow');
  });

  it('are those of the product', () => {
    expect(rulesOf({ settings }, { timeZone: null }, NOW)).toMatchObject({
      offerIgnoredAfterDays: 14,
      followUps: 0,
      demo: 'access',
      demoFollowUpAfterDays: 3,
      stopCompany: false,
      approval: 'autopilot',
      followSubstitutes: false,
      answersPerHour: 10,
      handOverBelow: 0.5,
      workingHours: { from: '09:00', to: '18:00' },
    });
  });
});

describe('a model that is named', () => {
  const model = { ...settings.model, name: 'qwen3' };

  it('is waited for as long as the contact’s channel allows', () => {
    const within = (address: string) =>
      rulesOf({ settings: { ...settings, model } }, { timeZone: null, addresses: [address] }, NOW).model;
    expect(within('anna@firm.example')).toEqual({ answerWithinSeconds: 60, writes: model.writes });
    expect(within('@anna_buyer')?.answerWithinSeconds).toBe(8);
  });

  it('is the only one that is asked', () => {
    expect(rulesOf({ settings }, { timeZone: null }, NOW).model).toBeNull();
  });
});

describe('the days on which a contact hears nothing first', () => {
  it('are the public holidays of the year to come, each of its days, without weekends', () => {
    const days = holidays({ country: 'RU' });
    expect(days).toEqual([...days].sort());
    expect(days).toEqual(
      expect.arrayContaining(['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07']),
    );
    expect(days).toEqual(expect.arrayContaining(['2027-02-23', '2027-03-08', '2027-11-04', '2028-01-07']));
    expect(days).not.toContain('2027-05-01');
    expect(days.filter((day) => day < '2026-12-31' || day > '2028-02-15')).toEqual([]);
  });

  it('are those of the part of a country', () => {
    expect(holidays({ country: 'DE-BY' })).toContain('2027-01-06');
    expect(holidays({ country: 'DE' })).not.toContain('2027-01-06');
  });

  it('are also those the operator adds, until they have passed', () => {
    expect(holidays({ country: '', closed: ['2027-01-11', '2026-12-30', '2026-12-31'] })).toEqual([
      '2026-12-31',
      '2027-01-11',
    ]);
  });

  it('begin with the day it is where the contact lives', () => {
    const closed = ['2026-12-30', '2026-12-31'];
    expect(holidays({ country: '', closed }, 'America/New_York')).toEqual(closed);
  });

  it('are none without a country', () => {
    expect(holidays({ country: '', closed: [] })).toEqual([]);
  });
});
