import { randomUUID } from 'node:crypto';
import type { Colleague } from '@app/domain/event';
import type { OpenInstallation } from '../installation/open-installation';
import { carryOut, type Ending } from '../commands/carry-out';
import type { ListedContact } from './read-contact-list';

/** What became of one row. `would-be-added` and `queued`: it is fine, and not in yet. */
export interface Imported {
  readonly line: number;
  /** '' when the row has none that can be read. */
  readonly address: string;
  readonly status: 'added' | 'would-be-added' | 'queued' | 'already-there' | 'refused' | 'bad';
  /** Why it was not added; '' when it was. */
  readonly because: string;
}

export interface ImportOptions {
  readonly productId: string;
  /** Whether a contact without source and ground is refused. */
  readonly needsConsent: boolean;
  readonly dryRun: boolean;
}

type GoodRow = ListedContact & { readonly type: 'contact' };

/** Adds every row that is new; with `dryRun` only says what it would do. The rows keep their order. */
export async function importContacts(
  rows: readonly ListedContact[],
  { productId, needsConsent, dryRun }: ImportOptions,
  opened: OpenInstallation,
): Promise<Imported[]> {
  const settled = await settleWithoutAdding(rows, { productId, needsConsent }, opened);
  const fresh = rows.filter((row) => row.type === 'contact').filter((row) => !settled.has(row));
  const bodies = fresh.map(({ contact }) => ({
    type: 'addContact' as const,
    contact: { ...contact, id: randomUUID(), productId },
  }));
  const endings = dryRun ? [] : await carryOut(bodies, opened);
  const added = new Map<ListedContact, Imported>(fresh.map((row, index) => [row, imported(row, endings[index])]));
  return rows.flatMap((row) => settled.get(row) ?? added.get(row) ?? []);
}

/** What needs no command: bad rows, addresses that stand already, and those nobody may be added with. */
async function settleWithoutAdding(
  rows: readonly ListedContact[],
  { productId, needsConsent }: Omit<ImportOptions, 'dryRun'>,
  { contacts }: OpenInstallation,
): Promise<ReadonlyMap<ListedContact, Imported>> {
  const settled = new Map<ListedContact, Imported>();
  const firstLines = new Map<string, number>();
  for (const row of rows) {
    if (row.type === 'bad') {
      settled.set(row, { line: row.line, address: '', status: 'bad', because: row.because });
      continue;
    }
    const { line } = row;
    const { address } = row.contact;
    const before = firstLines.get(address);
    firstLines.set(address, before ?? line);
    if (before !== undefined) {
      settled.set(row, { line, address, status: 'already-there', because: `it stands in line ${before} too.` });
      continue;
    }
    const found =
      whyNot(await contacts.standingOf(address, productId)) ??
      (needsConsent ? whyNotWithout(row.contact.consent) : null);
    if (found) settled.set(row, { line, address, ...found });
  }
  return settled;
}

function whyNot(standing: Colleague['standing']): Pick<Imported, 'status' | 'because'> | null {
  switch (standing) {
    case 'new':
      return null;
    case 'in-conversation':
      return { status: 'already-there', because: 'it is a contact of this product.' };
    case 'suppressed':
      return { status: 'refused', because: 'it is suppressed; `sales-agent suppression check` says why.' };
    case 'own':
      return { status: 'refused', because: 'it is a mailbox of ours.' };
    case 'no-reply':
      return { status: 'refused', because: 'nobody reads what is sent there.' };
  }
}

function whyNotWithout({ source, ground }: GoodRow['contact']['consent']): Pick<Imported, 'status' | 'because'> | null {
  if (source !== '' && ground !== '') return null;
  return { status: 'refused', because: 'the product writes to nobody without source and ground; fill these columns.' };
}

/** Without an ending nothing was asked for: a dry run. */
function imported({ line, contact: { address } }: GoodRow, ending: Ending | undefined): Imported {
  switch (ending?.type) {
    case undefined:
      return { line, address, status: 'would-be-added', because: '' };
    case 'done':
      return { line, address, status: 'added', because: '' };
    case 'queued':
      return { line, address, status: 'queued', because: 'no sales-brain has taken it yet.' };
    case 'refused':
      return { line, address, status: 'refused', because: ending.because };
  }
}
