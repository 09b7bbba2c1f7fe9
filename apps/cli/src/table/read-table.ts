import { Mistake } from '../command-line/mistake.error';
import { readCsv } from './read-csv';
import type * as Workbook from './read-workbook';
import type { SheetRow } from './sheet-row';

/** The rows of a file with a table in it: an `.xlsx` workbook by its first bytes, else CSV in UTF-8; throws a `Mistake`. */
export async function readTable(file: Uint8Array): Promise<SheetRow[]> {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => file[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return loadWorkbook().readWorkbook(file);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Mistake('This is a workbook of the old form (.xls); save it as .xlsx or as CSV.');
  }
  return readCsv(decode(file));
}

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch (cause) {
    throw new Mistake('This file is not in UTF-8; save it as "CSV UTF-8", or as .xlsx.', { cause });
  }
}

/** Only a workbook needs its parser. */
function loadWorkbook(): typeof Workbook {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./read-workbook') as typeof Workbook;
}
