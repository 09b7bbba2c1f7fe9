import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { isDatabaseAway } from '@app/persistence/database-away';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '../clock/business-clock';
import { errorWords } from '../error-words';
import { Identity } from '../instance/identity';
import { OutboxChannel, type ChannelAccount } from './outbox-channel';

/**
 * The letters this process has leased. Each account has room for so many of its own: one with a backlog, or whose server
 * is slow, takes nothing from the others. As soon as it has room again, its next ones are fetched.
 */
@Injectable()
export class LettersInHand implements BeforeApplicationShutdown {
  private readonly logger = new Logger(LettersInHand.name);
  private readonly counts = new Map<string, number>();
  /** Accounts of which more waits than there was room for. */
  private readonly passedOver = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private isStopping = false;

  constructor(
    private readonly outbox: OutboxStore,
    private readonly channel: OutboxChannel,
    private readonly identity: Identity,
    private readonly clock: BusinessClock,
  ) {}

  /** Leases those of these letters that may leave from accounts with room, and returns while they are on their way. */
  async take(ids: readonly string[]): Promise<void> {
    const open = (await this.channel.accounts()).filter(({ id }) => this.hasRoom(id));
    const leased = await this.outbox.lease(ids, this.identity.id, this.clock.now(), open);
    for (const account of open) {
      const letters = leased.filter(({ accountId }) => accountId === account.id);
      if (letters.length > 0) this.start(letters, account);
    }
  }

  /** The ids of letters that may leave by now, as many for each account as it has room for. */
  async *waiting(serverNow: Date, businessNow: Date): AsyncIterable<string> {
    for (const account of await this.channel.accounts()) {
      if (!this.hasRoom(account.id)) continue;
      const ids = await this.outbox.queued(account, serverNow, businessNow, MOST);
      if (ids.length === MOST) this.passedOver.add(account.id);
      yield* ids;
    }
  }

  /** Waits for what is under way; what is leased and not claimed goes back. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.underWay);
  }

  private hasRoom(accountId: string): boolean {
    const hasRoom = !this.isStopping && this.countOf(accountId) < MOST;
    if (!hasRoom) this.passedOver.add(accountId);
    return hasRoom;
  }

  private start(letters: readonly OutboxMessage[], account: ChannelAccount): void {
    this.counts.set(account.id, this.countOf(account.id) + letters.length);
    const ended = this.send(letters, account).finally(() => {
      this.counts.set(account.id, this.countOf(account.id) - letters.length);
      this.underWay.delete(ended);
      if (this.passedOver.delete(account.id)) void this.takeNext(account);
    });
    this.underWay.add(ended);
  }

  /** Never throws: what failed goes back, each with the reason when it is its own. */
  private async send(letters: readonly OutboxMessage[], account: ChannelAccount): Promise<void> {
    try {
      await this.channel.send(letters, account);
    } catch (error) {
      const isOwn = !isDatabaseAway(error);
      if (isOwn && letters.length > 1) {
        // One of them holds up no other. What is claimed already is claimed no second time.
        await Promise.all(letters.map((letter) => this.send([letter], account)));
        return;
      }
      this.logger.warn(`Letters of ${account.name} could not be sent and wait: ${errorWords(error)}`);
      const because = isOwn ? errorWords(error) : undefined;
      // Only what is not claimed goes back; should that fail too, the lease runs out.
      await Promise.allSettled(letters.map((letter) => this.outbox.release(letter, failedAgainMs(letter), because)));
    }
  }

  private async takeNext(account: ChannelAccount): Promise<void> {
    if (this.isStopping) return;
    try {
      const ids = await this.outbox.queued(account, await this.outbox.serverTime(), this.clock.now(), TOGETHER);
      if (ids.length === TOGETHER) this.passedOver.add(account.id);
      await this.take(ids);
    } catch (error) {
      this.logger.warn(`More letters of ${account.name} could not be fetched yet: ${errorWords(error)}`);
    }
  }

  private countOf(accountId: string): number {
    return this.counts.get(accountId) ?? 0;
  }
}

/** Leased for each account at most; some more when they come together. */
const MOST = 200;
const TOGETHER = 100;

const FIRST_FAILED_AGAIN_MS = 500;
const LONGEST_FAILED_AGAIN_MS = 60_000;

/** Never at once: a letter that is due again is woken at once, so its leases count instead. */
function failedAgainMs({ leaseNumber }: OutboxMessage): number {
  return Math.min(FIRST_FAILED_AGAIN_MS * 2 ** (leaseNumber - 1), LONGEST_FAILED_AGAIN_MS);
}
