import type { CheckName } from '@app/domain/account-check';
import type { AccountCheck } from '@app/persistence/accounts/account.schema';

/** What one check found, before it is stored. */
export type Finding = Omit<AccountCheck, 'at'>;

export function right(name: CheckName, said: string): Finding {
  return { name, state: 'right', said };
}

export function wrong(name: CheckName, said: string): Finding {
  return { name, state: 'wrong', said };
}

/** It could not be found out: no reason to change anything, and none to rely on it. */
export function unknown(name: CheckName, said: string): Finding {
  return { name, state: 'unknown', said };
}
