import { readCsv } from '../table/read-csv';
import { readContactList } from './read-contact-list';

const ANNA = {
  name: 'Анна',
  company: 'Вкусный дом',
  address: 'anna@dom.example',
  language: 'ru',
  timeZone: null,
  interests: [],
  consent: { source: '', ground: '' },
};

describe('a list of contacts', () => {
  it.each([
    ['the columns that are needed', 'name,company,email\nАнна,Вкусный дом,Anna@Dom.example\n'],
    ['an empty language', 'name,company,email,language\nАнна,Вкусный дом,anna@dom.example,\n'],
    ['Russian headings in any order', 'Почта;ИМЯ;Компания;Язык\nanna@dom.example;Анна;Вкусный дом;Русский\n'],
    ['columns of its own', 'id,name,company,phone,email\n7,Анна,Вкусный дом,+7,anna@dom.example\n'],
  ])('is read with %s', (_, csv) => {
    expect(readContactList(readCsv(csv))).toEqual([{ type: 'contact', line: 2, contact: ANNA }]);
  });

  it('says of each person where the address came from, what is of interest, and where the person lives', () => {
    const csv = [
      'name;company;email;telegram;language;source;ground;interests;time zone',
      'Anna;Dom;anna@dom.example;@anna_buyer;en;fair in May;gave us a card;reviews, trends;Asia/Omsk',
      'Boris;Dom;;t.me/Boris_Buyer;;;;;',
    ].join('\n');
    const rows = readContactList(readCsv(csv));
    expect(rows.map((row) => row.type === 'contact' && row.contact)).toEqual([
      {
        name: 'Anna',
        company: 'Dom',
        address: 'anna@dom.example',
        language: 'en',
        timeZone: 'Asia/Omsk',
        interests: ['reviews', 'trends'],
        consent: { source: 'fair in May', ground: 'gave us a card' },
      },
      expect.objectContaining({ name: 'Boris', address: '@boris_buyer', language: 'ru', timeZone: null }),
    ]);
  });

  it('keeps the good rows, and says of each bad one where it stands and why', () => {
    const csv = [
      'name,company,email,language,time zone',
      'Anna,Dom,anna@dom.example,en,',
      'Boris,Dom,boris,en,',
      'Clara,Dom,clara@dom.example,de,',
      'Dora,Dom',
      'Emil,Dom,emil@dom.example,en,Mars',
      'Fred,Dom,fred@dom.example,en,',
    ].join('\n');
    const rows = readContactList(readCsv(csv));
    expect(rows.map((row) => [row.line, row.type === 'bad' ? row.because : row.contact.name])).toEqual([
      [2, 'Anna'],
      [3, expect.stringContaining('"boris" is not an e-mail address')],
      [4, 'language must be ru or en, not "de".'],
      [5, expect.stringContaining('it has 2 fields')],
      [6, expect.stringContaining('time zone "Mars" is no time zone;')],
      [7, 'Fred'],
    ]);
  });

  it('is refused as a whole when its header does not name what is needed', () => {
    expect(() => readContactList(readCsv('Имя,Почта\nАнна,anna@dom.example\n'))).toThrow(/; company is missing\.$/);
    expect(() => readContactList(readCsv('name,company\nAnna,Dom\n'))).toThrow(/; email \(or telegram\) is missing\.$/);
    expect(() => readContactList([])).toThrow(/The first row must name/);
  });
});
