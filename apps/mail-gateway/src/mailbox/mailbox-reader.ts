import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { hearNews } from './hear-news';
import { MailIntake, type Position } from './mail-intake';
import { openInbox } from './open-inbox';
import { reconnectAfter } from './reconnect-after';
import { whatWentWrong } from './what-went-wrong';

const IDLE_REFUSED_MS = 1_000;

/** Reads one mailbox for as long as this instance holds it, whatever happens to the connection. */
@Injectable()
export class MailboxReader {
  private readonly logger = new Logger(MailboxReader.name);

  constructor(
    private readonly intake: MailIntake,
    private readonly accounts: AccountStore,
  ) {}

  /** Returns when the signal aborts or another instance holds the mailbox; the hold itself is left as it is. */
  async read(account: MailAccount, signal: AbortSignal): Promise<void> {
    let failures = 0;
    const onReading = (): void => {
      if (failures > 0) this.logger.log(`${account.address} is read again.`);
      failures = 0;
    };
    while (!signal.aborted) {
      try {
        const from = await this.intake.hold(account._id);
        if (from !== null) await this.session(account, from, signal, onReading);
        return;
      } catch (error) {
        failures += 1;
        await this.pauseAfter(error, failures, account, signal);
      }
    }
  }

  private async pauseAfter(error: unknown, failures: number, account: MailAccount, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (failures === 1) this.logger.warn(`${account.address} cannot be read now: ${whatWentWrong(error)}`);
    await sleep(reconnectAfter(failures, Math.random()), undefined, { signal }).catch(() => undefined);
  }

  /** One connection. Returns when the mailbox is another instance's by now; throws when the connection ends. */
  private async session(
    account: MailAccount,
    from: Position,
    signal: AbortSignal,
    onReading: () => void,
  ): Promise<void> {
    const client = await openInbox(account, this.accounts.passwordOf(account), signal);
    try {
      for (let position = from; ;) {
        const listening = new AbortController();
        // What arrives while we read is news too.
        const news = hearNews(client, listening.signal);
        const next = await this.intake.readNew(client, account._id, position);
        if (next === null) return;
        position = next;
        onReading();
        // IDLE ends by itself where the server refuses it; then we come back after a while.
        await Promise.race([news, client.idle().then(() => sleep(IDLE_REFUSED_MS))]);
        listening.abort();
      }
    } finally {
      client.close();
    }
  }
}
