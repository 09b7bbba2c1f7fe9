import { Injectable } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxChannel, type ChannelAccount } from '@app/runtime/outbox/outbox-channel';
import { CappedLetterSender } from './capped-letter.sender';
import { LostAnswers } from './lost-answers';
import { sendingAccount, SendingAccounts } from './sending-accounts';

interface SendingMailAccount extends ChannelAccount {
  readonly account: MailAccount;
}

/** E-mail's way out: the accounts that are not paused, their caps, and what the provider's folder of sent mail tells. */
@Injectable()
export class MailChannel extends OutboxChannel<SendingMailAccount> {
  readonly channel = 'email';

  constructor(
    private readonly sending: SendingAccounts,
    private readonly sender: CappedLetterSender,
    private readonly lost: LostAnswers,
  ) {
    super();
  }

  async accounts(): Promise<readonly SendingMailAccount[]> {
    const accounts = await this.sending.all();
    return accounts.map((account) => ({ ...sendingAccount(account), name: account.address, account }));
  }

  send(leased: readonly OutboxMessage[], { account }: SendingMailAccount): Promise<void> {
    return this.sender.send(leased, account);
  }

  frees({ collection }: Change): boolean {
    if (collection !== COLLECTIONS.mailAccounts) return false;
    this.sending.forget();
    return true;
  }

  async beforeLook(): Promise<void> {
    // Where the feed broke, a change of an account went by unseen.
    this.sending.forget();
    await this.lost.takeOver();
  }
}
