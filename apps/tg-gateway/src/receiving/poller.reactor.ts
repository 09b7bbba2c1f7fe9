import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { Poller } from './poller';
import { PollingHold } from './polling-hold';

/** Has Telegram polled by one instance: the first to take it, until it stops or dies. */
@Injectable()
export class PollerReactor implements Reactor, BeforeApplicationShutdown {
  readonly name = 'poller';
  readonly batch = 1;
  readonly concurrency = 1;
  private readonly stopping = new AbortController();
  private polling: Promise<void> | null = null;

  constructor(
    private readonly poller: Poller,
    private readonly hold: PollingHold,
  ) {}

  /** No change of a document: that an instance died or left has everything looked at. */
  keyOf(): undefined {
    return undefined;
  }

  /** The polling, while nobody who is alive does it. */
  async *waiting(): AsyncIterable<string> {
    if (this.polling === null && !(await this.hold.isTaken())) yield THE_POLLING;
  }

  async react(): Promise<Reaction> {
    if (this.stopping.signal.aborted || this.polling !== null) return NOTHING_LEFT;
    if (!(await this.hold.take())) return this.heldElsewhere();
    this.polling = this.poller.poll(this.stopping.signal).finally(() => {
      this.polling = null;
    });
    return NOTHING_LEFT;
  }

  /** Before the heartbeat ends, so that whoever learns of that finds the polling free. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    if (this.polling === null) return;
    await this.polling;
    // Should it fail, the next one takes it when our heartbeat is missed.
    await this.hold.release().catch(() => undefined);
  }

  /** The server's clock may call a holder alive for a moment longer than we do. */
  private async heldElsewhere(): Promise<Reaction> {
    return (await this.hold.isTaken()) ? NOTHING_LEFT : { again: [{ key: THE_POLLING, inMs: HELD_AGAIN_MS }] };
  }
}

const THE_POLLING = 'polling';
const HELD_AGAIN_MS = 1_000;
