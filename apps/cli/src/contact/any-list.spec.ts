import fc from 'fast-check';
import { anyFile, anyRow, aRow, asCsv } from '../../testing/any-list';
import { isEmailAddress } from '../arguments/email-address';
import { Mistake } from '../command-line/mistake.error';
import { readTable } from '../table/read-table';
import { readContactList, type ListedContact } from './read-contact-list';

/** The rows of a file, or the sentence it is refused with. */
async function read(file: Uint8Array): Promise<readonly ListedContact[] | string> {
  try {
    return readContactList(await readTable(file));
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    throw error;
  }
}

function expectTold(row: ListedContact): void {
  expect(row.line).toBeGreaterThan(1);
  if (row.type === 'bad') {
    expect(row.because).toMatch(/^[^\p{Cc}\u2028]{10,}[.;]/u);
    return;
  }
  const { address, name, company, interests } = row.contact;
  expect(isEmailAddress(address) || /^@[a-z]\w{3,31}$/.test(address)).toBe(true);
  for (const text of [name, company, ...interests]) expect(text).toMatch(/^[^\p{Cc}\u2028]{0,200}$/u);
}

describe('a list of people, whatever stands in it,', () => {
  it('is read row by row, or refused as a whole in one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const rows = await read(file);
        if (typeof rows === 'string') expect(rows).toMatch(/^[^\n]{10,}\.$/);
        else rows.forEach(expectTold);
      }),
      { numRuns: 300 },
    );
  });

  it('gives each good row as it stands, and each bad one its line and why, beside one another', async () => {
    const row = fc.oneof(anyRow, fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (given) => {
        const good = given.map((one, index) => (one === null ? `person${index}@dom.example` : null));
        const table = given.map((one, index) => one ?? aRow(good[index] ?? ''));
        const rows = await read(asCsv(table));
        if (typeof rows === 'string') throw new Error(rows);
        rows.forEach(expectTold);
        const found = rows.flatMap((one) => (one.type === 'contact' ? [one.contact.address] : []));
        expect(found).toEqual(expect.arrayContaining(good.filter((address) => address !== null)));
      }),
      { numRuns: 200 },
    );
  });
});
