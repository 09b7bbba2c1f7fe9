import { Injectable, Logger } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import type { DeliveryOutcome } from '@app/domain/delivery';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Attempt } from '@app/persistence/outbox/settle';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import type { AccountLine } from './account-line';
import { AccountPause } from './account-pause';
import type { PreparedLetter } from './letter-preparer';
import { LostAnswers } from './lost-answers';
import { outcomeOf, type Judgement } from './outcome-of';
import { Settlements } from '@app/runtime/outbox/settlements';
import { toSmtpFailure } from './smtp-failure';

/** Hands a claimed letter to the account's server and settles what came of it. */
@Injectable()
export class HandOver {
  private readonly logger = new Logger(HandOver.name);

  constructor(
    private readonly mailer: MailerService,
    private readonly settlements: Settlements,
    private readonly pause: AccountPause,
    private readonly lost: LostAnswers,
    private readonly clock: BusinessClock,
  ) {}

  /** Gives one connection back when the server has answered. Throws only when that could not be stored for minutes. */
  async send(prepared: PreparedLetter, account: MailAccount, line: AccountLine): Promise<DeliveryOutcome> {
    const { letter } = prepared;
    const attempt = await this.attempt(prepared, account, line);
    line.give(1);
    if (attempt.outcome === 'uncertain' && account.keepsSent) this.lost.lookFor(letter, attempt, account);
    else await this.settlements.store({ letter, attempt, now: this.clock.now() });
    return attempt.outcome;
  }

  private async attempt({ letter, raw }: PreparedLetter, account: MailAccount, line: AccountLine): Promise<Attempt> {
    if (!(await line.begin())) return NOT_BEGUN;
    try {
      const envelope = { from: account.address, to: [letter.to] };
      // Past the mailer's templates: the mail is composed already.
      const { response } = (await this.mailer.getTransporter(account._id).sendMail({ envelope, raw })) as Accepted;
      if (line.works() === 'news') this.logger.log(`${account.address} sends again.`);
      const code = Number(response.slice(0, 3));
      return { outcome: 'sent', code, phase: 'content', said: response, rejectedFor: null, retryInMs: 0 };
    } catch (error) {
      const judgement = outcomeOf(toSmtpFailure(error), triesOf(letter));
      await this.blame(judgement, account, line);
      return judgement.attempt;
    } finally {
      line.end();
    }
  }

  private async blame({ blames, attempt }: Judgement, account: MailAccount, line: AccountLine): Promise<void> {
    switch (blames) {
      case 'letter':
        return;
      case 'connection':
        if (line.failed() === 'news') this.warn(account, attempt);
        return;
      case 'login':
        if (line.refused() === 'perhaps') this.warn(account, attempt);
        else if (await this.pause.becauseOfLogin(account, attempt)) line.beginAnew();
        return;
      case 'sender':
        line.failed();
        if (await this.pause.becauseOfSender(account, attempt)) line.beginAnew();
        return;
      default:
        return blames satisfies never;
    }
  }

  private warn({ address }: MailAccount, { said }: Attempt): void {
    this.logger.warn(
      `${address} cannot send now: ${said}. Its letters wait and are tried again; ` +
        `if this stays, correct the account's server, user or password.`,
    );
  }
}

/** No byte has left: the letter is queued again, and claimed anew. */
const NOT_BEGUN: Attempt = {
  outcome: 'retry',
  code: null,
  phase: null,
  said: 'no connection became free in time',
  rejectedFor: null,
  retryInMs: 5_000,
};

function triesOf({ attempts }: OutboxMessage) {
  return { before: attempts.length, firstAt: attempts[0]?.at ?? null, now: new Date() };
}

interface Accepted {
  readonly response: string;
}
