import { Injectable, Logger } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { Attempt } from '@app/persistence/outbox/settle';
import { errorWords } from '@app/runtime/error-words';
import { SendingAccounts } from './sending-accounts';

/** Pauses an account that the operator has to mend; its letters wait, and the other accounts go on. */
@Injectable()
export class AccountPause {
  private readonly logger = new Logger(AccountPause.name);

  constructor(
    private readonly accounts: AccountStore,
    private readonly sending: SendingAccounts,
  ) {}

  /** Whether it is paused now. */
  becauseOfLogin(account: MailAccount, { said }: Attempt): Promise<boolean> {
    return this.pause(account, `its server refuses the login again and again (${said}). Correct user or password`);
  }

  /** Whether it is paused now. */
  becauseOfSender(account: MailAccount, { said }: Attempt): Promise<boolean> {
    return this.pause(account, `its server takes nothing from this address (${said}). Ask the provider to unblock it`);
  }

  /** Should it fail, the next letter that fails tries again. */
  private async pause({ _id, address }: MailAccount, why: string): Promise<boolean> {
    const because = `${why}, then: sales-agent account resume ${address}`;
    try {
      const paused = await this.accounts.pause(_id, because);
      this.sending.forget();
      if (paused === 'paused') this.logger.error(`${address} is paused: ${because}`);
      return true;
    } catch (error) {
      this.logger.warn(`${address} could not be paused: ${errorWords(error)}`);
      return false;
    }
  }
}
