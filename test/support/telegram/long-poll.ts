import { conflict } from './bot-refusal';
import type { CallParameters } from './call-parameters';
import { allowedUpdatesIn } from './allowed-updates';
import type { Update, UpdateQueue } from './update-queue';

const MOST_UPDATES = 100;
const OTHER_POLL = 'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_SET = 'terminated by setWebhook request';

/** getUpdates: at most one waits; a second one ends the first with 409. */
export class LongPoll {
  private terminate: ((why: string) => void) | null = null;
  private ended = 0;

  constructor(private readonly updates: UpdateQueue) {}

  get isOpen(): boolean {
    return this.terminate !== null;
  }

  /** How many were ended by another. */
  get conflicts(): number {
    return this.ended;
  }

  /** Ends the poll that waits, for a webhook was set. */
  endForWebhook(): void {
    this.terminate?.(WEBHOOK_SET);
  }

  /** `gone` tells that the asker has hung up. */
  async poll(call: CallParameters, gone: AbortSignal): Promise<readonly Update[]> {
    this.terminate?.(OTHER_POLL);
    this.updates.allow(allowedUpdatesIn(call));
    const limit = Math.min(Math.max(call.number('limit', MOST_UPDATES), 1), MOST_UPDATES);
    const ready = this.updates.from(call.number('offset', 0), limit);
    const timeoutMs = call.number('timeout', 0) * 1000;
    if (ready.length > 0 || timeoutMs <= 0) return ready;

    await this.wait(AbortSignal.any([gone, AbortSignal.timeout(timeoutMs)]));
    return this.updates.from(call.number('offset', 0), limit);
  }

  private async wait(over: AbortSignal): Promise<void> {
    const terminated = new AbortController();
    const terminate = (why: string) => {
      terminated.abort(conflict(why));
    };
    this.terminate = terminate;
    await this.updates.arrival(AbortSignal.any([over, terminated.signal]));
    if (this.terminate === terminate) this.terminate = null;
    if (terminated.signal.aborted) this.ended += 1;
    terminated.signal.throwIfAborted();
  }
}
