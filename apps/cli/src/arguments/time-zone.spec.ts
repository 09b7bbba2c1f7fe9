import { timeZone } from './time-zone';

describe('a time zone the operator names', () => {
  it('is one the calendar knows', () => {
    expect(timeZone('--time-zone', 'asia/yekaterinburg')).toBe('Asia/Yekaterinburg');
    expect(() => timeZone('--time-zone', 'Mars/Base')).toThrow('--time-zone "Mars/Base" is no time zone;');
  });
});
