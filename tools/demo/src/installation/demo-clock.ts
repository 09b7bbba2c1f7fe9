import { nextWorkingMoment } from '@app/domain/working-time';
import type { ClockStore } from '@app/persistence/clock/clock.store';

/** Business time of one demo: it runs on by itself, and moves forward when it is told to. */
export class DemoClock {
  private constructor(
    private readonly store: ClockStore,
    private aheadMs: number,
  ) {}

  static async of(store: ClockStore): Promise<DemoClock> {
    return new DemoClock(store, await store.aheadMs());
  }

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  async moveTo(moment: Date): Promise<void> {
    await this.store.moveTo(moment);
    this.aheadMs = await this.store.aheadMs();
  }
}

/** When a demo begins: at once on a working day between 10 and 18 o'clock, else on the next working day at 10. */
export function openingTime(now: Date, timeZone: string): Date {
  return nextWorkingMoment(now, { timeZone, workingHours: { from: '10:00', to: '18:00' }, holidays: [] });
}
