import { readSheet, type CellValue, type SheetData } from 'read-excel-file/universal';
import { Mistake } from '../command-line/mistake.error';
import { checkWorkbook } from './check-workbook';
import type { SheetRow } from './sheet-row';

/** The rows of an `.xlsx` file's first sheet, as text and without the empty ones; throws a `Mistake`. */
export async function readWorkbook(file: Uint8Array): Promise<SheetRow[]> {
  checkWorkbook(file);
  const rows = await readFirstSheet(file);
  return rows
    .map((cells, index) => ({ line: index + 1, cells: cells.map(inWords) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

async function readFirstSheet(file: Uint8Array): Promise<SheetData> {
  try {
    return await readSheet(new Uint8Array(file).buffer);
  } catch (cause) {
    throw new Mistake('This is not a whole .xlsx file; save it again as an Excel workbook, or as CSV.', { cause });
  }
}

/** The library's types name a date by its constructor. */
function inWords(cell: CellValue | Date | null): string {
  if (cell === null) return '';
  const isDay = cell instanceof Date && !Number.isNaN(cell.getTime());
  return isDay ? cell.toISOString().slice(0, 10) : String(cell);
}
