import { carryOut, type Ending } from '../commands/carry-out';
import type { OpenInstallation } from '../installation/open-installation';
import type { ListedAddress } from './read-address-list';

/** What became of one line. `would-be-suppressed` and `queued`: it is fine, and not in force yet. */
export interface ImportedAddress {
  readonly line: number;
  /** '' when the line has none that can be read. */
  readonly address: string;
  readonly status: 'suppressed' | 'would-be-suppressed' | 'queued' | 'already-suppressed' | 'refused' | 'bad';
  /** Why it was not suppressed; '' when it was. */
  readonly because: string;
}

type Good = ListedAddress & { readonly type: 'address' };

/** Suppresses every address that is not yet; with `dryRun` only says what it would do. The lines keep their order. */
export async function importAddresses(
  listed: readonly ListedAddress[],
  dryRun: boolean,
  opened: OpenInstallation,
): Promise<ImportedAddress[]> {
  const good = listed.filter((one) => one.type === 'address');
  const standing = await Promise.all(good.map(({ address }) => opened.suppressions.check(address)));
  const fresh = good.filter((_, index) => !standing[index]?.suppressed);
  const bodies = fresh.map(({ address }) => ({ type: 'suppressAddress', address }) as const);
  const endings = dryRun ? [] : await carryOut(bodies, opened);
  const ended = new Map<ListedAddress, ImportedAddress>(
    fresh.map((one, index) => [one, imported(one, endings[index])]),
  );
  return listed.map((one) => (one.type === 'bad' ? bad(one) : (ended.get(one) ?? already(one))));
}

function bad({ line, because }: ListedAddress & { readonly type: 'bad' }): ImportedAddress {
  return { line, address: '', status: 'bad', because };
}

function already({ line, address }: Good): ImportedAddress {
  return { line, address, status: 'already-suppressed', because: '' };
}

/** Without an ending nothing was asked for: a dry run. */
function imported({ line, address }: Good, ending: Ending | undefined): ImportedAddress {
  switch (ending?.type) {
    case undefined:
      return { line, address, status: 'would-be-suppressed', because: '' };
    case 'done':
      return { line, address, status: 'suppressed', because: '' };
    case 'queued':
      return { line, address, status: 'queued', because: 'no sales-brain has taken it yet.' };
    case 'refused':
      return { line, address, status: 'refused', because: ending.because };
  }
}
