import { aWorkbook, aWorkbookOf } from '../../testing/workbook.builder';
import { readTable } from './read-table';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file with a list in it', () => {
  it.each([
    ['commas', 'name,company\nАнна,"Дом, сад"\n'],
    ['semicolons', 'name;company\nАнна;Дом, сад\n'],
    ['tabs', 'name\tcompany\nАнна\tДом, сад\n'],
    ['a BOM, CRLF and blank lines', '\uFEFFname;company\r\n\r\nАнна;Дом, сад\r\n\r\n'],
  ])('is read as CSV with %s', async (_, csv) => {
    const rows = await readTable(utf8(csv));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['name', 'company'],
      ['Анна', 'Дом, сад'],
    ]);
  });

  it('is read as a workbook whatever it is called, with the numbers its rows have there', async () => {
    const workbook = aWorkbook([1, { A: 'name', B: 'company' }], [4, { A: 'Анна', C: 12 }]);
    expect(await readTable(workbook)).toEqual([
      { line: 1, cells: ['name', 'company', ''] },
      { line: 4, cells: ['Анна', '', '12'] },
    ]);
  });

  it.each([
    ['is cut off', aWorkbook([1, { A: 'name' }]).subarray(0, 300), /not a whole \.xlsx file/],
    ['holds no sheet that can be read', aWorkbookOf('<worksheet><sheetData><row'), /not a whole \.xlsx file/],
    ['is of the old form', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /save it as \.xlsx/],
    ['is not in UTF-8', Uint8Array.of(0xcf, 0xf0, 0xe8), /not in UTF-8/],
    ['opens a quotation mark for ever', utf8('name,company\n"Анна,Дом\n'), /never closed/],
  ])('is refused in one sentence when it %s', async (_, file, sentence) => {
    await expect(readTable(file)).rejects.toThrow(sentence);
  });

  it('does not fill the memory, however far apart its cells are or however much it unpacks to', async () => {
    await expect(readTable(aWorkbook([1, { XFD: 'x' }], [1_048_576, { A: 'x' }]))).rejects.toThrow(/far away/);
    await expect(readTable(aWorkbookOf(' '.repeat(100_000_001)))).rejects.toThrow(/too large/);
  });
});
