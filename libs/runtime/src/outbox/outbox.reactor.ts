import { Injectable } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '../clock/business-clock';
import { NOTHING_LEFT, type Due, type Reaction, type Reactor } from '../work/reactor';
import { LettersInHand } from './letters-in-hand';
import { OutboxChannel } from './outbox-channel';

/** Sends what stands in the outbox for one channel: lease, prepare, claim, hand over, settle. */
@Injectable()
export class OutboxReactor implements Reactor {
  readonly name = 'outbox';
  readonly batch = 100;
  readonly concurrency = 8;

  /** An account was changed, so that what it held back may leave: everything is to be looked at. */
  private isToLook = false;

  /** The last look at everything, in server time and in business time: what was due by then is in hand. */
  private lookedAt = { server: new Date(0), business: new Date(0) };

  constructor(
    private readonly outbox: OutboxStore,
    private readonly letters: LettersInHand,
    private readonly channel: OutboxChannel,
    private readonly clock: BusinessClock,
  ) {}

  keyOf(change: Change): string | undefined {
    const { id, set } = change;
    if (!this.isQueued(change)) return undefined;
    // Well within what `movesDue` takes for later, a moment after this: no letter may fall between the two.
    return this.leavesInMs(set) > SOON_MS ? undefined : id;
  }

  async *waiting(): AsyncIterable<string> {
    const now = { server: await this.outbox.serverTime(), business: this.clock.now() };
    this.isToLook = false;
    await this.channel.beforeLook();
    await this.outbox.reapExpired(this.channel.channel, now.business);
    yield* this.letters.waiting(now.server, now.business);
    this.lookedAt = now;
  }

  stillWaits(id: string): Promise<boolean> {
    return this.outbox.isQueued(id, this.clock.now());
  }

  async nextDue(): Promise<Due | null> {
    if (this.isToLook) return AT_ONCE;
    const accountIds = (await this.channel.accounts()).map(({ id }) => id);
    const [again, leaving] = await Promise.all([
      this.outbox.earliestAfter(this.channel.channel, this.lookedAt.server),
      this.outbox.earliestLeaving(this.lookedAt.business, accountIds),
    ]);
    const dues = [
      ...(again ? [again.getTime() - (await this.outbox.serverTime()).getTime()] : []),
      ...(leaving ? [leaving.getTime() - this.clock.now().getTime()] : []),
    ];
    return dues.length === 0 ? null : { inMs: Math.min(...dues) };
  }

  /** A letter that was put back is due later; a new one is due at once, unless it may not leave yet. */
  movesDue(change: Change, next: Due | null): boolean {
    const { collection, operation, set } = change;
    if (collection === COLLECTIONS.clock) {
      this.businessTimeMoved();
      return true;
    }
    if (this.channel.frees(change)) {
      this.isToLook = true;
      return true;
    }
    if (!this.isQueued(change)) return false;
    const inMs = this.leavesInMs(set);
    return inMs > 0 ? next === null || inMs < next.inMs : operation === 'update';
  }

  async react(ids: readonly string[]): Promise<Reaction> {
    await this.letters.take(ids);
    return NOTHING_LEFT;
  }

  /** A letter of another channel is told apart where it is new; one that was put back may be anybody's. */
  private isQueued({ collection, set }: Change): boolean {
    if (collection !== COLLECTIONS.outbox || set.status !== 'queued') return false;
    return set.channel === undefined || set.channel === this.channel.channel;
  }

  /** What was due before it was moved back is to come again. */
  private businessTimeMoved(): void {
    const business = this.clock.now();
    if (business < this.lookedAt.business) this.lookedAt = { ...this.lookedAt, business };
  }

  private leavesInMs({ leavesFrom }: Change['set']): number {
    return leavesFrom === undefined ? 0 : leavesFrom.getTime() - this.clock.now().getTime();
  }
}

const SOON_MS = 1_000;
const AT_ONCE: Due = { inMs: 0 };
