import { Injectable, Logger } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { Settings } from '@app/runtime/config/settings';
import { refusedOutsideLoopback } from './loopback';

/** The accounts this installation may use; why one may not is said once. */
@Injectable()
export class UsableAccounts {
  private readonly logger = new Logger(UsableAccounts.name);
  private readonly said = new Set<string>();

  constructor(
    private readonly accounts: AccountStore,
    private readonly settings: Settings,
  ) {}

  async find(id: string): Promise<MailAccount | undefined> {
    const account = await this.accounts.find(id);
    if (!account) {
      this.sayOnce(`There is no mail account ${id}: its letters wait.`);
      return undefined;
    }
    return this.isUsable(account) ? account : undefined;
  }

  async all(): Promise<MailAccount[]> {
    return (await this.accounts.all()).filter((account) => this.isUsable(account));
  }

  private isUsable(account: MailAccount): boolean {
    const refusal = this.settings.mailLoopbackOnly ? refusedOutsideLoopback(account) : undefined;
    if (refusal !== undefined) this.sayOnce(refusal);
    return refusal === undefined;
  }

  private sayOnce(sentence: string): void {
    if (!this.said.has(sentence)) this.logger.error(sentence);
    this.said.add(sentence);
  }
}
