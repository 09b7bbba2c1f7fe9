import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { Identity } from '@app/runtime/instance/identity';
import { errorWords } from '@app/runtime/error-words';
import { CappedLetterSender } from './capped-letter.sender';
import { sendingAccount, SendingAccounts } from './sending-accounts';

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
    private readonly accounts: SendingAccounts,
    private readonly sender: CappedLetterSender,
    private readonly identity: Identity,
    private readonly clock: BusinessClock,
  ) {}

  /** Leases those of these letters that may leave from accounts with room, and returns while they are on their way. */
  async take(ids: readonly string[]): Promise<void> {
    const open = (await this.accounts.all()).filter(({ _id }) => this.hasRoom(_id));
    const leased = await this.outbox.lease(ids, this.identity.id, this.clock.now(), open.map(sendingAccount));
    for (const account of open) {
      const letters = leased.filter(({ accountId }) => accountId === account._id);
      if (letters.length > 0) this.start(letters, account);
    }
  }

  /** The ids of letters that may leave by now, as many for each account as it has room for. */
  async *waiting(serverNow: Date, businessNow: Date): AsyncIterable<string> {
    for (const account of await this.accounts.all()) {
      if (!this.hasRoom(account._id)) continue;
      const ids = await this.outbox.queued(sendingAccount(account), serverNow, businessNow, MOST);
      if (ids.length === MOST) this.passedOver.add(account._id);
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

  private start(letters: readonly OutboxMessage[], account: MailAccount): void {
    this.counts.set(account._id, this.countOf(account._id) + letters.length);
    const ended = this.send(letters, account).finally(() => {
      this.counts.set(account._id, this.countOf(account._id) - letters.length);
      this.underWay.delete(ended);
      if (this.passedOver.delete(account._id)) void this.takeNext(account);
    });
    this.underWay.add(ended);
  }

  /** Never throws: what failed goes back. */
  private async send(letters: readonly OutboxMessage[], account: MailAccount): Promise<void> {
    try {
      await this.sender.send(letters, account);
    } catch (error) {
      this.logger.warn(`Letters of ${account.address} could not be sent and wait: ${errorWords(error)}`);
      // Only what is not claimed goes back; should that fail too, the lease runs out.
      await Promise.allSettled(letters.map((letter) => this.outbox.release(letter, failedAgainMs(letter))));
    }
  }

  private async takeNext(account: MailAccount): Promise<void> {
    if (this.isStopping) return;
    try {
      const from = sendingAccount(account);
      const ids = await this.outbox.queued(from, await this.outbox.serverTime(), this.clock.now(), TOGETHER);
      if (ids.length === TOGETHER) this.passedOver.add(account._id);
      await this.take(ids);
    } catch (error) {
      this.logger.warn(`More letters of ${account.address} could not be fetched yet: ${errorWords(error)}`);
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
