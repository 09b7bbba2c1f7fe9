import type { Language } from '@app/domain/language';
import type { NewContact } from '@app/persistence/commands/command.schema';
import { emailAddress } from '../arguments/email-address';
import { oneLine } from '../arguments/one-line';
import { telegramName } from '../arguments/telegram-name';
import { timeZone } from '../arguments/time-zone';
import { Mistake } from '../command-line/mistake.error';
import type { SheetRow } from '../table/sheet-row';
import { columnsOf, type ContactColumn } from './contact-columns';

/** One row of a list of contacts, by the line it ends in. */
export type ListedContact =
  | { readonly type: 'contact'; readonly line: number; readonly contact: ContactRow }
  | { readonly type: 'bad'; readonly line: number; readonly because: string };

export type ContactRow = Omit<NewContact, 'id' | 'productId'>;

/**
 * Reads a list of contacts whose first row names the columns, in English or Russian. A row that cannot be taken is
 * `bad` with a sentence; throws a `Mistake` when the header names too few columns.
 */
export function readContactList([header, ...rows]: readonly SheetRow[]): ListedContact[] {
  const names = header?.cells ?? [];
  const columns = columnsOf(names);
  return rows.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      const because = `it has ${cells.length} fields, and the header has ${names.length}; put quotes around a field that holds the separator.`;
      return { type: 'bad', line, because };
    }
    return readRow(line, (column) => (cells[columns[column]] ?? '').trim());
  });
}

function readRow(line: number, cell: (column: ContactColumn) => string): ListedContact {
  try {
    const contact = {
      name: oneLine('name', cell('name')),
      company: oneLine('company', cell('company')),
      address: addressOf(cell('email'), cell('telegram')),
      language: languageOf(cell('language')),
      timeZone: cell('timeZone') === '' ? null : timeZone('time zone', cell('timeZone')),
      interests: cell('interests')
        .split(/[,;]/)
        .map((interest) => oneLine('interests', interest))
        .filter((interest) => interest !== ''),
      consent: { source: oneLine('source', cell('source')), ground: oneLine('ground', cell('ground')) },
    };
    return { type: 'contact', line, contact };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { type: 'bad', line, because: error.message };
  }
}

/** A contact is written to at one address, by e-mail where there is one. */
function addressOf(email: string, telegram: string): string {
  return email === '' && telegram !== '' ? telegramName(telegram) : emailAddress(email);
}

function languageOf(given: string): Language {
  switch (given.toLowerCase()) {
    case '':
    case 'ru':
    case 'russian':
    case 'русский':
      return 'ru';
    case 'en':
    case 'english':
    case 'английский':
      return 'en';
    default:
      throw new Mistake(`language must be ru or en, not "${given}".`);
  }
}
