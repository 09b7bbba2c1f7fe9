import { strFromU8, unzipSync } from 'fflate';
import { Mistake } from '../command-line/mistake.error';

/** What a list of people never reaches; a file made to fill the memory passes it at once. */
const MOST_BYTES = 100_000_000;
const MOST_CELLS = 5_000_000;

/**
 * Throws a `Mistake` for a workbook that would not fit into memory: the reader unpacks all of it, and makes a cell of
 * every place between the first one and the farthest.
 */
export function checkWorkbook(file: Uint8Array): void {
  const sheets = unpackSheets(file);
  for (const sheet of sheets) {
    if (extentOf(strFromU8(sheet)) > MOST_CELLS) {
      throw new Mistake(
        'Something stands far away from the list in this workbook; delete it, or save the list as CSV.',
      );
    }
  }
}

function unpackSheets(file: Uint8Array): Uint8Array[] {
  let bytes = 0;
  try {
    const unpacked = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        bytes += originalSize;
        if (bytes > MOST_BYTES) throw new Mistake('This workbook is too large; save the list alone as CSV.');
        return name.startsWith('xl/worksheets/');
      },
    });
    return Object.values(unpacked);
  } catch (cause) {
    if (cause instanceof Mistake) throw cause;
    throw new Mistake('This is not a whole .xlsx file; save it again as an Excel workbook, or as CSV.', { cause });
  }
}

/** The number of places between the first cell and the farthest row and column. */
function extentOf(sheet: string): number {
  let [rows, columns] = [0, 0];
  for (const [, letters = '', digits = ''] of sheet.matchAll(/\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
  }
  return rows * columns;
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
