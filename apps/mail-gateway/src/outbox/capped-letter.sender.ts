import { Injectable } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { QuotaStore } from '@app/persistence/quotas/quota.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { allowedBy, nextAllowedAt } from './daily-cap';
import { LetterSender } from './letter.sender';
import { accountScopes, companyScopes, isCapped, type QuotaScope } from './quota-scopes';

/**
 * Sends leased letters, of those we initiate only as many as their caps of the day allow by now; the others wait for
 * the moments at which more are allowed. Reserved first and given back when not used, so that all gateways together
 * never exceed a cap: one that dies loses quota, and none gains any.
 */
@Injectable()
export class CappedLetterSender {
  constructor(
    private readonly quotas: QuotaStore,
    private readonly outbox: OutboxStore,
    private readonly sender: LetterSender,
    private readonly clock: BusinessClock,
  ) {}

  async send(leased: readonly OutboxMessage[], account: MailAccount): Promise<void> {
    const others = leased.filter((letter) => !isCapped(letter));
    const capped = leased.filter(isCapped).sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    // An answer does not wait until quotas are reserved for what happened to be leased together with it.
    const ended = await Promise.allSettled([
      ...(others.length > 0 ? [this.sender.send(others, account, new Set())] : []),
      ...(capped.length > 0 ? [this.sendCapped(capped, account)] : []),
    ]);
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async sendCapped(capped: readonly OutboxMessage[], account: MailAccount): Promise<void> {
    const reserved: Reserved[] = [];
    const tried = new Set<string>();
    try {
      const allowed = await this.reserve(capped, reserved);
      if (allowed.length > 0) await this.sender.send(allowed, account, tried);
    } finally {
      await this.giveBack(reserved, tried);
    }
  }

  /** Says which letters both their quotas have room for; notes in `reserved` all that it took, and parks the rest. */
  private async reserve(capped: readonly OutboxMessage[], reserved: Reserved[]): Promise<readonly OutboxMessage[]> {
    const now = this.clock.now();
    let letters = capped;
    for (const scopes of [accountScopes, companyScopes]) {
      const refused = await Promise.all(scopes(letters, now).map((scope) => this.reserveIn(scope, now, reserved)));
      letters = letters.filter((letter) => !refused.flat().includes(letter));
    }
    return letters;
  }

  /** Takes room for as many of the letters as there is, the oldest first, and parks and returns the others. */
  private async reserveIn(scope: QuotaScope, now: Date, reserved: Reserved[]): Promise<readonly OutboxMessage[]> {
    const { id, cap, window, letters } = scope;
    const allowed = allowedBy(cap, window, now);
    const granted = allowed === 0 ? 0 : await this.quotas.reserve(id, letters.length, allowed);
    reserved.push({ id, letters: letters.slice(0, granted) });
    const refused = letters.slice(granted);
    // Each at a moment of its own: if all came back at the next one, all but one would be refused again.
    const parked = refused.map((letter, index) => this.outbox.park(letter, nextAllowedAt(cap, window, now, index + 1)));
    await Promise.all(parked);
    return refused;
  }

  private async giveBack(reserved: readonly Reserved[], tried: ReadonlySet<string>): Promise<void> {
    const unused = reserved.map(({ id, letters }) => ({
      id,
      count: letters.filter(({ _id }) => !tried.has(_id)).length,
    }));
    await Promise.all(unused.filter(({ count }) => count > 0).map(({ id, count }) => this.quotas.giveBack(id, count)));
  }
}

interface Reserved {
  /** The quota's. */
  readonly id: string;
  readonly letters: readonly OutboxMessage[];
}
