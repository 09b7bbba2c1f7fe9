import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { loginOf } from '@app/runtime/mail/login-of';

/** What is kept for each account, made when it is first needed and anew when the account's login was changed. */
export class PerLogin<T> {
  private readonly kept = new Map<string, { readonly one: T; readonly madeFor: string }>();

  /** `make` is given what the new one replaces, if there is such. */
  constructor(private readonly make: (account: MailAccount, replaced: T | undefined) => T) {}

  /** Throws what `make` throws. */
  of(account: MailAccount): T {
    const madeFor = loginOf(account);
    const standing = this.kept.get(account._id);
    if (standing?.madeFor === madeFor) return standing.one;
    const one = this.make(account, standing?.one);
    this.kept.set(account._id, { one, madeFor });
    return one;
  }

  all(): readonly T[] {
    return [...this.kept.values()].map(({ one }) => one);
  }
}
