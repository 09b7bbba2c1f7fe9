import { readCsv } from '../table/read-csv';
import { readAddressList } from './read-address-list';

describe('a list of addresses nobody writes to', () => {
  it.each([
    ['one address a line', 'Anna@dom.example\n\n@Boris_Buyer\nanna@dom.example\n', [1, 3]],
    ['a table with the addresses in some column', 'Имя;Почта\nАнна;anna@dom.example\nБорис;@boris_buyer\n', [2, 3]],
  ])('is %s, and takes each once', (_, csv, lines) => {
    expect(readAddressList(readCsv(csv))).toEqual([
      { type: 'address', line: lines[0], address: 'anna@dom.example' },
      { type: 'address', line: lines[1], address: '@boris_buyer' },
    ]);
  });

  it('says of each bad line where it stands and why', () => {
    expect(readAddressList(readCsv('anna\nboris@dom.example\n'))).toEqual([
      { type: 'bad', line: 1, because: expect.stringContaining('"anna" is not an e-mail address') },
      expect.objectContaining({ address: 'boris@dom.example' }),
    ]);
  });
});
