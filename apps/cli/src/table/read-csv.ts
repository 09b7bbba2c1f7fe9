import { parse } from 'csv-parse/sync';
import { Mistake } from '../command-line/mistake.error';
import type { SheetRow } from './sheet-row';

/** The rows of a CSV file (RFC 4180, separated by `,`, `;` or a tab), without the empty ones; throws a `Mistake`. */
export function readCsv(csv: string): SheetRow[] {
  const options = { bom: true, delimiter: separatorOf(csv), info: true, relax_column_count: true, relax_quotes: true };
  try {
    // With `info` a row is more than the array of strings its type says.
    const parsed = parse(csv, { ...options, skip_empty_lines: true }) as unknown as CsvRow[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    throw new Mistake('A quotation mark is opened and never closed in this file; close it.', { cause });
  }
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The one that stands most often in the header. */
function separatorOf(csv: string): string {
  const header = csv.split('\n', 1)[0] ?? '';
  const count = (separator: string): number => header.split(separator).length;
  return [';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}
