import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An `.xlsx` file of one sheet; each row is its number and its cells by their columns (ECMA-376, part 1). */
export function aWorkbook(
  ...rows: readonly (readonly [number, Readonly<Record<string, string | number>>])[]
): Uint8Array {
  const sheetData = rows.map(([number, cells]) => row(number, cells)).join('');
  return aWorkbookOf(`<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`);
}

/** The same around a sheet of one's own. */
export function aWorkbookOf(sheet: string): Uint8Array {
  const files = {
    '_rels/.rels': relationship(`${DOCUMENT}/officeDocument`, 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationship(`${DOCUMENT}/worksheet`, 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function relationship(type: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`;
}

function row(number: number, cells: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(cells).map(([column, value]) => cell(`${column}${String(number)}`, value));
  return `<row r="${String(number)}">${written.join('')}</row>`;
}

function cell(at: string, value: string | number): string {
  if (typeof value === 'number') return `<c r="${at}"><v>${String(value)}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
}
