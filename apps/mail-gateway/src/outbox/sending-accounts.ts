import { Injectable } from '@nestjs/common';
import { CHECK_NAMES, type CheckName } from '@app/domain/account-check';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { SendingAccount } from '@app/persistence/outbox/may-leave';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { UsableAccounts } from '../usable-accounts';

/** The accounts letters may leave from, as they were when the feed last told of one: no letter waits for them to be read. */
@Injectable()
export class SendingAccounts {
  private known: Promise<readonly MailAccount[]> | undefined;

  constructor(private readonly accounts: UsableAccounts) {}

  /** Those that are not paused. */
  async all(): Promise<readonly MailAccount[]> {
    return (await this.usable()).filter(({ paused }) => paused === null);
  }

  /** Those whose provider files by itself what it sends, be they paused. */
  async keepingSent(): Promise<readonly MailAccount[]> {
    return (await this.usable()).filter(({ keepsSent }) => keepsSent);
  }

  /** Whether nothing but its turn keeps a letter from leaving: neither a pause of its account, nor a check of it. */
  async mayLeave(letter: OutboxMessage): Promise<boolean> {
    const account = (await this.all()).find(({ _id }) => _id === letter.accountId);
    return account !== undefined && !letter.requiredChecks.some((check) => lacking(account).includes(check));
  }

  /** An account was changed, or may have been unseen. */
  forget(): void {
    this.known = undefined;
  }

  private usable(): Promise<readonly MailAccount[]> {
    if (this.known) return this.known;
    const read = this.accounts.all();
    read.catch(() => {
      if (this.known === read) this.known = undefined;
    });
    this.known = read;
    return read;
  }
}

/** An account as the outbox is asked for its letters. */
export function sendingAccount(account: MailAccount): SendingAccount {
  return { id: account._id, lacks: lacking(account) };
}

/** The checks that are not right: found wrong, not found out, or not looked at. */
function lacking({ checks }: MailAccount): CheckName[] {
  return CHECK_NAMES.filter((name) => !checks.some((check) => check.name === name && check.state === 'right'));
}
