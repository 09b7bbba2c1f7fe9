import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { ProductSettings } from '@app/product/product';

/** From which accounts no first letter leaves yet, and what to do about it: a sentence for each. */
export function waitingChecks(
  { requiredChecks }: Pick<ProductSettings, 'requiredChecks'>,
  accounts: readonly Pick<MailAccount, 'address' | 'checks'>[],
): string[] {
  return accounts.flatMap(({ address, checks }) => {
    const missing = requiredChecks.filter((name) => !checks.some((one) => one.name === name && one.state === 'right'));
    if (missing.length === 0) return [];
    const wrong = missing.length === 1 ? `${missing.join()} is not right` : `${missing.join(', ')} are not right`;
    return [`First letters from ${address} wait: ${wrong}; \`sales-agent account check ${address}\` says what to do.`];
  });
}
