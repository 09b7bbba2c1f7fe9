import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { AccountStore } from '@app/persistence/accounts/account.store';
import { Mistake } from '../command-line/mistake.error';

/** The account with this address; throws a `Mistake` when there is none. */
export async function findAccount(accounts: AccountStore, address: string): Promise<MailAccount> {
  const account = await accounts.findByAddress(address);
  if (account) return account;
  throw new Mistake(`${address} is none of our mailboxes; \`sales-agent account list\` shows them.`);
}
