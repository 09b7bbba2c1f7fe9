import { contactAddress } from '../arguments/contact-address';
import { Mistake } from '../command-line/mistake.error';
import type { SheetRow } from '../table/sheet-row';

/** One line of a list of addresses. */
export type ListedAddress =
  | { readonly type: 'address'; readonly line: number; readonly address: string }
  | { readonly type: 'bad'; readonly line: number; readonly because: string };

const HEADINGS: ReadonlySet<string> = new Set(['email', 'e-mail', 'address', 'почта', 'электронная почта', 'адрес']);

/** Reads a list of addresses: one a line, or the column of a table that is headed `email` or `address`; each once. */
export function readAddressList(rows: readonly SheetRow[]): ListedAddress[] {
  const headed = rows[0]?.cells.findIndex((cell) => HEADINGS.has(cell.trim().toLowerCase())) ?? -1;
  const listed = rows
    .slice(headed < 0 ? 0 : 1)
    .map(({ line, cells }) => readLine(line, cells[Math.max(headed, 0)] ?? ''));
  const seen = new Set<string>();
  return listed.filter((one) => {
    if (one.type === 'bad') return true;
    const isNew = !seen.has(one.address);
    seen.add(one.address);
    return isNew;
  });
}

function readLine(line: number, cell: string): ListedAddress {
  try {
    return { type: 'address', line, address: contactAddress(cell) };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { type: 'bad', line, because: error.message };
  }
}
