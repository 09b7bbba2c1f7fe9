import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { aWorkbook, aWorkbookOf } from './workbook.builder';

const HEADER = ['name', 'company', 'email', 'language', 'time zone', 'interests'];

/** What stands in a cell that nobody proofread. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...['', ' ', '"', '""', 'a"b', '\n', '\r', '\0', '\u001b[2J', '\u2028', 'x'.repeat(300), '🦊', '=1+1', '#REF!'],
    ...[
      'boris',
      'boris@',
      '@boris',
      'a@b.example,c@d.example',
      'mailto:a@b.example',
      'Борис@дом.рф',
      'de',
      'Mars',
      '0',
    ],
  ),
);

/** A row of cells that are anything, and now and then too many or too few. */
export const anyRow = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(cell, cell, cell, cell, cell, cell) },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: 9 }) },
);

/** A row that is right, of one person. */
export function aRow(address: string): readonly string[] {
  return ['Анна', 'Вкусный дом', address, 'ru', '', ''];
}

/** RFC 4180, but for what cannot stand in UTF-8. */
export function asCsv(rows: readonly (readonly string[])[]): Buffer {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return Buffer.from([HEADER, ...rows].map((row) => row.map(quoted).join(';')).join('\n'));
}

const csv = fc
  .tuple(fc.array(fc.array(cell)), fc.constantFrom(',', ';', '\t'))
  .map(([rows, separator]) => Buffer.from([HEADER, ...rows].map((row) => row.join(separator)).join('\r\n')));

const sheet = fc.oneof(
  fc.constant(
    aWorkbook([1, { A: 'name', B: 'company', C: 'email' }], [2, { A: 'Анна', B: 'Дом', C: 'anna@dom.example' }]),
  ),
  fc
    .array(
      fc.oneof(
        cell,
        fc.constantFrom('<row r="2">', '</row>', '<c r="A2" t="s">', '<v>', '</v>', '</c>', '<sheetData>'),
      ),
    )
    .map((parts) => aWorkbookOf(`<worksheet><sheetData>${parts.join('')}</sheetData></worksheet>`)),
);

/** A file that was made by somebody's program, spoilt on its way. */
export const anyFile: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.oneof(csv, sheet, fc.uint8Array(), fc.string().map(strToU8)),
    fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 3 })), { maxLength: 3 }),
    fc.option(fc.nat(), { freq: 3 }),
  )
  .map(([whole, spots, cut]) => {
    const file = Buffer.from(whole);
    for (const [at, bytes] of spots)
      if (file.length > 0) file.set(bytes.subarray(0, file.length - (at % file.length)), at % file.length);
    return cut === null ? file : file.subarray(0, cut % (file.length + 1));
  });
