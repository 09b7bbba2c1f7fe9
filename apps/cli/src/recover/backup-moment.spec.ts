import { backupMoment } from './backup-moment';

const NOW = new Date('2026-11-23T08:00:00Z');

describe('the time of a backup', () => {
  it('is understood with its offset', () => {
    expect(backupMoment('2026-11-23T05:00+03:00', NOW)).toEqual(new Date('2026-11-23T02:00:00Z'));
  });

  it.each(['2026-11-23', '2026-11-23T02:00:00', 'yesterday', '2026-13-01T00:00Z', '2026-11-24T00:00:00Z'])(
    'is not guessed from %s',
    (given) => {
      expect(() => backupMoment(given, NOW)).toThrow('--backup-time');
    },
  );
});
