import { Injectable } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { Identity } from '@app/runtime/instance/identity';
import { NOTHING_LEFT, type Due, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { UsableAccounts } from '../usable-accounts';
import { LetterSender } from './letter.sender';

/** Sends what stands in the outbox: lease, prepare, claim, hand over, settle. */
@Injectable()
export class OutboxReactor implements Reactor {
  readonly name = 'outbox';
  readonly batch = 100;
  readonly concurrency = 8;

  /** Server time of the last look at everything: what was due by then is in hand. */
  private lookedAt = new Date(0);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly accounts: UsableAccounts,
    private readonly sender: LetterSender,
    private readonly identity: Identity,
    private readonly clock: BusinessClock,
  ) {}

  keyOf({ collection, id, set }: Change): string | undefined {
    if (collection === COLLECTIONS.mailAccounts) this.accounts.forget(id);
    return collection === COLLECTIONS.outbox && set.status === 'queued' ? id : undefined;
  }

  async *waiting(): AsyncIterable<string> {
    // Where the feed broke, a change of an account went by unseen.
    this.accounts.forget();
    const now = await this.outbox.serverTime();
    await this.outbox.reapExpired(this.clock.now());
    yield* this.outbox.queued(now);
    this.lookedAt = now;
  }

  stillWaits(id: string): Promise<boolean> {
    return this.outbox.isQueued(id);
  }

  async nextDue(): Promise<Due | null> {
    const next = await this.outbox.earliestAfter(this.lookedAt);
    return next && { inMs: next.getTime() - (await this.outbox.serverTime()).getTime() };
  }

  /** A letter that was put back is due later; a new one is due at once. */
  movesDue({ collection, operation, set }: Change): boolean {
    return collection === COLLECTIONS.outbox && operation === 'update' && set.status === 'queued';
  }

  async react(ids: readonly string[]): Promise<Reaction> {
    const leased = await this.outbox.lease(ids, this.identity.id);
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
}

const UNUSABLE_AGAIN_MS = 60_000;
const FIRST_FAILED_AGAIN_MS = 500;

/** Never at once: a letter that is due again wakes this reactor past the queue's backoff, so its leases count instead. */
function failedAgainMs({ leaseNumber }: OutboxMessage): number {
  return Math.min(FIRST_FAILED_AGAIN_MS * 2 ** (leaseNumber - 1), UNUSABLE_AGAIN_MS);
}
