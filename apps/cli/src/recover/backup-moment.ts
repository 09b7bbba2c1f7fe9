import { Mistake } from '../command-line/mistake.error';

/** The moment a backup was made: ISO 8601 with its offset, and past. Throws a `Mistake` otherwise. */
export function backupMoment(given: string, now: Date): Date {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(given);
  const moment = new Date(given);
  if (!isMoment || Number.isNaN(moment.getTime())) {
    throw new Mistake(
      `--backup-time must be a moment like 2026-11-23T02:00:00Z or 2026-11-23T05:00+03:00, not "${given}".`,
    );
  }
  if (moment > now) throw new Mistake('--backup-time lies in the future; give the time the backup was begun.');
  return moment;
}
