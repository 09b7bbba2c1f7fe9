import type { Timer } from '@app/persistence/timers/timer.schema';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';

/** What one commit sets to wake the conversation, and what it forgets. */
export class DraftedTimers {
  private readonly scheduled = new Map<string, Timer>();
  private cancelsAll = false;

  get hasCancelledAll(): boolean {
    return this.cancelsAll;
  }

  schedule(timer: Timer): void {
    this.scheduled.set(timer._id, timer);
  }

  /** Of those that this very commit set. */
  forget(name: Timer['timer']): void {
    for (const [id, { timer }] of this.scheduled) if (timer === name) this.scheduled.delete(id);
  }

  cancelAll(): void {
    this.scheduled.clear();
    this.cancelsAll = true;
  }

  get writes(): Pick<TurnCommit['writes'], 'timers' | 'cancelTimers'> {
    return { timers: [...this.scheduled.values()], cancelTimers: this.cancelsAll };
  }
}
