import { readContactList } from './read-contact-list';

const ANNA = { name: 'Анна', company: 'Вкусный дом', address: 'anna@dom.example', language: 'ru' };

describe('a list of contacts', () => {
  it.each([
    ['commas', 'name,company,email\nАнна,Вкусный дом,anna@dom.example\n'],
    ['semicolons', 'name;company;email;language\nАнна;Вкусный дом;anna@dom.example;ru\n'],
    ['a BOM, CRLF and quotes', '\uFEFFEmail;Name;Company\r\n"Anna@Dom.example";"Анна";"Вкусный дом"\r\n'],
    ['an empty language and blank lines', 'name,company,email,language\n\nАнна,Вкусный дом,anna@dom.example,\n\n'],
    ['columns of its own', 'id,name,company,phone,email\n7,Анна,Вкусный дом,+7,anna@dom.example\n'],
  ])('is read with %s', (_, csv) => {
    expect(readContactList(csv)).toEqual([expect.objectContaining({ type: 'contact', contact: ANNA })]);
  });

  it('keeps the good rows, and says of each bad one where it stands and why', () => {
    const csv = [
      'name,company,email,language',
      'Anna,Dom,anna@dom.example,en',
      'Boris,Dom,boris,en',
      'Clara,Dom,clara@dom.example,de',
      'Dora,Dom',
      '"Emil,Dom,emil@dom.example"x,en',
      'Fred,Dom,fred@dom.example,en',
    ].join('\n');
    expect(readContactList(csv).map((row) => [row.line, row.type === 'bad' ? row.because : row.contact.name])).toEqual([
      [2, 'Anna'],
      [3, expect.stringContaining('"boris" is not an e-mail address')],
      [4, 'language must be ru or en, not "de".'],
      [5, expect.stringContaining('it has 2 fields')],
      [6, expect.stringContaining('it has 2 fields')],
      [7, 'Fred'],
    ]);
  });

  it('is refused as a whole when its header does not name what is needed', () => {
    expect(() => readContactList('Имя,Почта\nАнна,anna@dom.example\n')).toThrow(/name, company, email is missing/);
    expect(() => readContactList('')).toThrow(/The first row must name/);
  });

  it('is refused as a whole when a quotation mark swallows the rest of it', () => {
    expect(() => readContactList('name,company,email\n"Anna,Dom,a@dom.example\n')).toThrow(/never closed/);
  });
});
