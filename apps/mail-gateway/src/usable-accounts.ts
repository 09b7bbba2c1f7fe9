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
  private readonly known = new Map<string, Promise<MailAccount | undefined>>();

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

  /** The same, as it was when it was last read; a letter does not wait for it to be read again. */
  asKnown(id: string): Promise<MailAccount | undefined> {
    const known = this.known.get(id);
    if (known) return known;
    const found = this.find(id);
    this.known.set(id, found);
    const forgetUnlessFound = (account?: MailAccount): void => {
      if (!account && this.known.get(id) === found) this.known.delete(id);
    };
    found.then(forgetUnlessFound, () => {
      forgetUnlessFound();
    });
    return found;
  }

  /** An account was changed; without an id, any of them may have been. */
  forget(id?: string): void {
    if (id === undefined) this.known.clear();
    else this.known.delete(id);
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
