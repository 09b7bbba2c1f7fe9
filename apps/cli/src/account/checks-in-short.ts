import type { AccountCheck } from '@app/persistence/accounts/account.schema';
import { momentInWords } from '../text/moment';

/** What the last check of an account came to, for a cell of a table. */
export function checksInShort(checks: readonly AccountCheck[]): string {
  const [first] = checks;
  if (first === undefined) return 'never';
  const named = (state: AccountCheck['state']): string[] => {
    const names = checks.filter((check) => check.state === state).map(({ name }) => name);
    return names.length === 0 ? [] : [`${state}: ${names.join(', ')}`];
  };
  const short = [...named('wrong'), ...named('unknown')].join('; ') || 'all right';
  return `${short} (${momentInWords(first.at)})`;
}
