import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import type { Attempt } from '@app/persistence/outbox/settle';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { errorWords } from '@app/runtime/error-words';
import { SendingAccounts } from './sending-accounts';
import { SentFolders } from './sent-folders';
import { Settlements } from '@app/runtime/outbox/settlements';

/**
 * Finds out of letters whose answer was lost whether they left, where the provider itself files what it sends: before
 * such a letter counts as `uncertain`, and may be repeated, its Message-ID is looked for in the folder of sent mail.
 */
@Injectable()
export class LostAnswers implements BeforeApplicationShutdown {
  private readonly logger = new Logger(LostAnswers.name);
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly outbox: OutboxStore,
    private readonly accounts: SendingAccounts,
    private readonly folders: SentFolders,
    private readonly settlements: Settlements,
    private readonly clock: BusinessClock,
  ) {}

  /** Settles the letter as `sent` when it is found, else as the attempt says; returns at once. */
  lookFor(letter: OutboxMessage, attempt: Attempt, account: MailAccount): void {
    const ended = this.resolve(letter, attempt, account)
      .catch((error: unknown) => {
        // Its claim runs out, and whoever gives it up looks for it again.
        this.logger.warn(`What became of ${letter._id} could not be stored: ${errorWords(error)}`);
      })
      .finally(() => this.underWay.delete(ended));
    this.underWay.add(ended);
  }

  /** Takes over what a gateway that died was handing over: of a provider that files what it sends, to look for it. */
  async takeOver(): Promise<void> {
    for (const account of await this.accounts.keepingSent()) {
      for (const letter of await this.outbox.takeOverExpired(account._id)) this.lookFor(letter, DIED, account);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underWay);
  }

  private async resolve(letter: OutboxMessage, attempt: Attempt, account: MailAccount): Promise<void> {
    await this.outbox.extendClaim(letter);
    const isFound = await this.isFound(letter, account);
    const found = { ...attempt, outcome: 'sent', said: `found among the sent mail; before: ${attempt.said}` } as const;
    await this.settlements.store({ letter, attempt: isFound ? found : attempt, now: this.clock.now() });
  }

  private async isFound({ messageId }: OutboxMessage, account: MailAccount): Promise<boolean> {
    const { signal } = this.stopping;
    for (const afterMs of LOOKS_AFTER_MS) {
      await pause(afterMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return false;
      try {
        if (await this.folders.of(account).has(messageId)) return true;
      } catch (error) {
        this.logger.warn(`The sent mail of ${account.address} could not be looked through: ${errorWords(error)}`);
      }
    }
    return false;
  }
}

/** All together well within the time that a claim holds. */
const LOOKS_AFTER_MS = [1_000, 4_000, 15_000, 40_000] as const;

const DIED: Attempt = {
  outcome: 'uncertain',
  code: null,
  phase: 'content',
  said: 'the gateway died while handing it over',
  rejectedFor: null,
  retryInMs: 0,
};
