import { parse } from 'csv-parse/sync';
import { LANGUAGES, type Language } from '@app/domain/language';
import { emailAddress } from '../arguments/email-address';
import { oneLine } from '../arguments/one-line';
import { oneOf } from '../arguments/one-of';
import { Mistake } from '../command-line/mistake.error';

/** One row of a list of contacts, by the line it ends in. */
export type ListedContact =
  | { readonly type: 'contact'; readonly line: number; readonly contact: ContactRow }
  | { readonly type: 'bad'; readonly line: number; readonly because: string };

export interface ContactRow {
  readonly name: string;
  readonly company: string;
  readonly address: string;
  readonly language: Language;
}

const NEEDED = ['name', 'company', 'email'];

/**
 * Reads a list of contacts (CSV as in RFC 4180, separated by `,` or `;`, with a header row). A row that cannot be taken
 * is `bad` with a sentence; throws a `Mistake` when the header names too few columns.
 */
export function readContactList(csv: string): ListedContact[] {
  const [header, ...rows] = parseCsv(csv);
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new Mistake(`The first row must name the columns name, company, email; ${missing.join(', ')} is missing.`);
  }
  return rows.map((row) => readRow(row, columns));
}

function parseCsv(csv: string): CsvRow[] {
  const options = { bom: true, delimiter: separatorOf(csv), info: true, relax_column_count: true, relax_quotes: true };
  try {
    // With `info` a row is more than the array of strings its type says.
    return parse(csv, { ...options, skip_empty_lines: true }) as unknown as CsvRow[];
  } catch (cause) {
    throw new Mistake('A quotation mark is opened and never closed in this file; close it.', { cause });
  }
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The one that stands more often in the header. */
function separatorOf(csv: string): string {
  const header = csv.split('\n', 1)[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

function readRow({ record, info: { lines: line } }: CsvRow, columns: readonly string[]): ListedContact {
  const cell = (name: string): string => record[columns.indexOf(name)] ?? '';
  if (record.length !== columns.length) {
    const because = `it has ${record.length} fields, and the header has ${columns.length}; put quotes around a field that holds the separator.`;
    return { type: 'bad', line, because };
  }
  try {
    const contact = {
      name: oneLine('name', cell('name')),
      company: oneLine('company', cell('company')),
      address: emailAddress(cell('email')),
      language: oneOf('language', LANGUAGES, cell('language').trim().toLowerCase() || 'ru'),
    };
    return { type: 'contact', line, contact };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { type: 'bad', line, because: error.message };
  }
}
