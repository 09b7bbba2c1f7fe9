import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { NoticeStore } from '@app/persistence/outbox/notice.store';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { writePauseNotice } from '@app/product/write-pause-notice';
import { Catalogue } from '../turns/catalogue';
import { noticeFrom } from '../turns/notice-from';

/**
 * Tells the operator once of each pause of a mail account, by a mail from another account of the same product. Where
 * there is none that works, the pause shows in `account list` alone until there is.
 */
@Injectable()
export class PausedAccountReactor implements Reactor {
  readonly name = 'paused-account';
  readonly batch = 1;
  readonly concurrency = 1;

  constructor(
    private readonly accounts: AccountStore,
    private readonly notices: NoticeStore,
    private readonly catalogue: Catalogue,
    private readonly clock: BusinessClock,
  ) {}

  keyOf({ collection, operation, id }: Change): string | undefined {
    return collection === COLLECTIONS.mailAccounts && operation !== 'delete' ? id : undefined;
  }

  /** Accounts whose pause can be told of and was not yet. */
  async *waiting(): AsyncIterable<string> {
    const accounts = await this.accounts.all();
    for (const account of accounts) {
      const notice = await this.noticeOf(account, accounts);
      if (notice && !(await this.notices.isTold(notice._id))) yield account._id;
    }
  }

  /** The account that changed may be the one from which the others of its product can be told of. */
  async react([id]: readonly string[]): Promise<Reaction> {
    const changed = id === undefined ? null : await this.accounts.find(id);
    if (!changed) return NOTHING_LEFT;
    const accounts = await this.accounts.ofProduct(changed.productId);
    for (const account of accounts) {
      const notice = await this.noticeOf(account, accounts);
      if (notice) await this.notices.tell(notice);
    }
    return NOTHING_LEFT;
  }

  /** Null where nobody is to be told, or none of the accounts can tell. */
  private async noticeOf(
    { _id, productId, address, paused }: MailAccount,
    accounts: readonly MailAccount[],
  ): Promise<OutboxMessage | null> {
    if (paused === null) return null;
    const product = await this.catalogue.product(productId);
    const teller = accounts.find((other) => other.productId === productId && other.paused === null);
    if (!product || !teller || product.settings.operator.address === '') return null;
    const written = writePauseNotice(product, { address, because: paused.because });
    const name = `account-paused:${_id}:${String(paused.at.getTime())}`;
    return { ...noticeFrom(teller, product, written, this.clock.now()), _id: name };
  }
}
