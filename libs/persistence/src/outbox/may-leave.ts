import type { CheckName } from '@app/domain/account-check';

/** An account that letters may leave from. */
export interface SendingAccount {
  readonly id: string;
  /** The checks of it that are not right: what requires one of them waits. */
  readonly lacks: readonly CheckName[];
}

/** Which letters may leave from these accounts, as a filter. */
export function mayLeaveFrom(accounts: readonly SendingAccount[]): { readonly $or: object[] } {
  const alike = new Map<string, SendingAccount[]>();
  for (const account of accounts) {
    const key = account.lacks.join();
    alike.set(key, [...(alike.get(key) ?? []), account]);
  }
  return {
    $or: [...alike.values()].map(([first, ...more]) => ({
      accountId: { $in: [first, ...more].flatMap((account) => account?.id ?? []) },
      ...(first && first.lacks.length > 0 ? { requiredChecks: { $nin: first.lacks } } : {}),
    })),
  };
}
