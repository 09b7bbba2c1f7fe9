import { Injectable } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { Identity } from '@app/runtime/instance/identity';
import { NOTHING_LEFT, type Due, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { UsableAccounts } from '../usable-accounts';
import { CappedLetterSender } from './capped-letter.sender';

/** Sends what stands in the outbox: lease, prepare, claim, hand over, settle. */
@Injectable()
export class OutboxReactor implements Reactor {
  readonly name = 'outbox';
  readonly batch = 100;
  readonly concurrency = 8;

  /** The last look at everything, in server time and in business time: what was due by then is in hand. */
  private lookedAt = { server: new Date(0), business: new Date(0) };

  constructor(
    private readonly outbox: OutboxStore,
    private readonly accounts: UsableAccounts,
    private readonly sender: CappedLetterSender,
    private readonly identity: Identity,
    private readonly clock: BusinessClock,
  ) {}

  keyOf({ collection, id, set }: Change): string | undefined {
    if (collection === COLLECTIONS.mailAccounts) this.accounts.forget(id);
    if (collection !== COLLECTIONS.outbox || set.status !== 'queued') return undefined;
    // Well within what `movesDue` takes for later, a moment after this: no letter may fall between the two.
    return this.leavesInMs(set) > SOON_MS ? undefined : id;
  }

  async *waiting(): AsyncIterable<string> {
    // Where the feed broke, a change of an account went by unseen.
    this.accounts.forget();
    const now = { server: await this.outbox.serverTime(), business: this.clock.now() };
    await this.outbox.reapExpired(now.business);
    yield* this.outbox.queued(now.server, now.business);
    this.lookedAt = now;
  }

  stillWaits(id: string): Promise<boolean> {
    return this.outbox.isQueued(id, this.clock.now());
  }

  async nextDue(): Promise<Due | null> {
    const [again, leaving] = await Promise.all([
      this.outbox.earliestAfter(this.lookedAt.server),
      this.outbox.earliestLeaving(this.lookedAt.business),
    ]);
    const dues = [
      ...(again ? [again.getTime() - (await this.outbox.serverTime()).getTime()] : []),
      ...(leaving ? [leaving.getTime() - this.clock.now().getTime()] : []),
    ];
    return dues.length === 0 ? null : { inMs: Math.min(...dues) };
  }

  /** A letter that was put back is due later; a new one is due at once, unless it may not leave yet. */
  movesDue({ collection, operation, set }: Change, next: Due | null): boolean {
    if (collection === COLLECTIONS.clock) {
      this.businessTimeMoved();
      return true;
    }
    if (collection !== COLLECTIONS.outbox || set.status !== 'queued') return false;
    const inMs = this.leavesInMs(set);
    return inMs > 0 ? next === null || inMs < next.inMs : operation === 'update';
  }

  async react(ids: readonly string[]): Promise<Reaction> {
    const leased = await this.outbox.lease(ids, this.identity.id, this.clock.now());
    const accountIds = [...new Set(leased.map(({ accountId }) => accountId))];
    const ended = await Promise.allSettled(
      accountIds.map((id) =>
        this.send(
          leased.filter(({ accountId }) => accountId === id),
          id,
        ),
      ),
    );
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return NOTHING_LEFT;
  }

  private async send(letters: readonly OutboxMessage[], accountId: string): Promise<void> {
    try {
      const account = await this.accounts.asKnown(accountId);
      if (account) await this.sender.send(letters, account);
      else await Promise.all(letters.map((letter) => this.outbox.release(letter, UNUSABLE_AGAIN_MS)));
    } catch (error) {
      // Only what is not claimed goes back; should that fail too, the lease runs out.
      await Promise.allSettled(letters.map((letter) => this.outbox.release(letter, failedAgainMs(letter))));
      throw error;
    }
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
const UNUSABLE_AGAIN_MS = 60_000;
const FIRST_FAILED_AGAIN_MS = 500;

/** Never at once: a letter that is due again wakes this reactor past the queue's backoff, so its leases count instead. */
function failedAgainMs({ leaseNumber }: OutboxMessage): number {
  return Math.min(FIRST_FAILED_AGAIN_MS * 2 ** (leaseNumber - 1), UNUSABLE_AGAIN_MS);
}
