import { Injectable, Logger } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryOutcome } from '@app/domain/delivery';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore, type Attempt } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import type { AccountLine } from './account-line';
import type { PreparedLetter } from './letter-preparer';
import { outcomeOf } from './outcome-of';
import { toSmtpFailure } from './smtp-failure';

/** Hands a claimed letter to the account's server and settles what came of it. */
@Injectable()
export class HandOver {
  private readonly logger = new Logger(HandOver.name);

  constructor(
    private readonly mailer: MailerService,
    private readonly outbox: OutboxStore,
    private readonly clock: BusinessClock,
  ) {}

  /** Gives one connection back when the server has answered. Throws only when that could not be stored for minutes. */
  async send({ letter, raw }: PreparedLetter, account: MailAccount, line: AccountLine): Promise<DeliveryOutcome> {
    const attempt = await this.attempt(letter, raw, account, line);
    line.give(1);
    await this.settle(letter, attempt);
    return attempt.outcome;
  }

  private async attempt(letter: OutboxMessage, raw: Buffer, account: MailAccount, line: AccountLine): Promise<Attempt> {
    try {
      const envelope = { from: account.address, to: [letter.to] };
      // Past the mailer's templates: the mail is composed already.
      const { response } = (await this.mailer.getTransporter(account._id).sendMail({ envelope, raw })) as Accepted;
      if (line.works() === 'news') this.logger.log(`${account.address} sends again.`);
      return { outcome: 'sent', code: Number(response.slice(0, 3)), said: response, rejectedFor: null, retryInMs: 0 };
    } catch (error) {
      const failure = toSmtpFailure(error);
      const tries = { before: letter.attempts.length, firstAt: letter.attempts[0]?.at ?? null, now: new Date() };
      const { blames, attempt } = outcomeOf(failure, tries);
      if (blames === 'account' && line.failed() === 'news') {
        this.logger.warn(
          `${account.address} cannot send now: ${failure.said}. Its letters wait and are tried again; ` +
            `if this stays, correct the account's server, user or password.`,
        );
      }
      return attempt;
    }
  }

  /** What the server answered must not be lost to a database that is away for a moment. */
  private async settle(letter: OutboxMessage, attempt: Attempt): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      try {
        await this.outbox.settle(letter, attempt, this.clock.now());
        return;
      } catch (error) {
        if (failures === MOST_FAILURES) throw error;
        await pause(SETTLE_AGAIN_MS);
      }
    }
  }
}

interface Accepted {
  readonly response: string;
}

const SETTLE_AGAIN_MS = 1_000;
const MOST_FAILURES = 120;
