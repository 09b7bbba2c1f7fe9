import { parseMail } from './parse-mail';
import { aMail, aMultipart } from './testing/a-mail';

const WORDS = 'Здравствуйте, пришлите прайс на этот год.';
const WINDOWS_1251 = Buffer.from(
  'c7e4f0e0e2f1f2e2f3e9f2e52c20eff0e8f8ebe8f2e520eff0e0e9f120ede020fdf2f2ee20e3eee42e'.replace('fdf2f2ee', 'fdf2eef2'),
  'hex',
);
const KOI8_R = Buffer.from('fac4d2c1d7d3d4d7d5cad4c52c20d0d2c9dbccc9d4c520d0d2c1cad320cec120dcd4cfd420c7cfc42e', 'hex');

describe('a contact who writes Russian in an old charset', () => {
  it.each([
    ['declared windows-1251', 'text/plain; charset=windows-1251', WINDOWS_1251],
    ['declared KOI8-R', 'text/plain; charset=koi8-r', KOI8_R],
    ['undeclared windows-1251', 'text/plain', WINDOWS_1251],
    ['undeclared KOI8-R', 'text/plain', KOI8_R],
    ['windows-1251 called ASCII', 'text/plain; charset=us-ascii', WINDOWS_1251],
    ['windows-1251 called Latin-1', 'text/plain; charset=iso-8859-1', WINDOWS_1251],
    ['KOI8-R called UTF-8', 'text/plain; charset="utf-8"', KOI8_R],
    ['windows-1251 without any Content-Type', '', WINDOWS_1251],
    ['KOI8-R of an unknown name', 'text/plain; charset=x-unknown', KOI8_R],
  ])('is read: %s', async (_case, contentType, body) => {
    expect((await parseMail(aMail({ headers: { 'Content-Type': contentType }, body }))).text).toBe(WORDS);
  });

  it('is read in base64, in HTML and in the headers too', async () => {
    const headers = { 'Content-Type': 'text/html', 'Content-Transfer-Encoding': 'base64' };
    expect((await parseMail(aMail({ headers, body: KOI8_R.toString('base64') }))).html).toBe(WORDS);
    const raw = Buffer.concat([Buffer.from('Subject: '), WINDOWS_1251, Buffer.from('\r\n\r\nx')]);
    expect((await parseMail(raw)).subject).toBe(WORDS);
  });
});

describe('a contact whose client says the wrong charset, or says it in the page alone', () => {
  const page = (charset: string, words: Buffer) =>
    Buffer.concat([Buffer.from(`<html><head><meta charset="${charset}"></head><body>`), words, Buffer.from('</body>')]);
  const shown = async (type: string, body: Buffer) => {
    const { text, html } = await parseMail(aMail({ headers: { 'Content-Type': type }, body }));
    return (text || html || '').replace(/<[^>]*>/g, '');
  };

  it.each([
    ['only in the page', 'text/html', page('windows-1251', WINDOWS_1251), WORDS],
    ['right in the page, wrong in the header', 'text/html; charset=utf-8', page('koi8-r', KOI8_R), WORDS],
    ['wrong in the page', 'text/html; charset=utf-8', page('koi8-r', Buffer.from(WORDS)), WORDS],
    ['Polish, in the page', 'text/html', page('iso-8859-2', Buffer.from('5a61bff3b3e6', 'hex')), 'Zażółć'],
    ['UTF-8 called windows-1251', 'text/plain; charset=windows-1251', Buffer.from(WORDS), WORDS],
    ['KOI8-R called windows-1251', 'text/plain; charset=windows-1251', KOI8_R, WORDS],
    ['windows-1251 called KOI8-R', 'text/plain; charset=koi8-r', WINDOWS_1251, WORDS],
    ['Ukrainian KOI8', 'text/plain; charset=koi8-u', Buffer.from('e4d1cbd5a4cdcf', 'hex'), 'Дякуємо'],
    [
      'capitals, undeclared',
      'text/plain',
      Buffer.from('cfd0c8d8cbc8d2c520d6c5cdd320cdc020c3cec4', 'hex'),
      'ПРИШЛИТЕ ЦЕНУ НА ГОД',
    ],
    [
      'a caps lock left on',
      'text/plain; charset=utf-8',
      Buffer.from('пРИШЛИТЕ ЦЕНУ. сПАСИБО'),
      'пРИШЛИТЕ ЦЕНУ. сПАСИБО',
    ],
  ])('is read: %s', async (_case, type, body, words) => {
    expect(await shown(type, body)).toBe(words);
  });
});

describe('a contact whose mail is wrapped in an unusual way', () => {
  it('is read when he signs it', async () => {
    const inner =
      'Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n5ME=\r\n--a--';
    const mail = await parseMail(
      aMultipart('multipart/signed; protocol="application/pkcs7-signature"', [
        inner,
        'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB',
      ]),
    );
    expect(mail).toMatchObject({ text: 'Да', structure: { isSealed: false } });
  });

  it.each([
    ['S/MIME', 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'],
    ['PGP', 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=part'],
  ])('is known to be unreadable when he encrypts it: %s', async (_how, type) => {
    const mail = await parseMail(aMail({ headers: { 'Content-Type': type }, body: 'MIIBIjANBgkqhkiG' }));
    expect(mail).toMatchObject({ text: undefined, html: undefined, structure: { isSealed: true } });
  });

  it.each([
    ['quoted-printable', 'quoted-printable', '=CF=F0=E8=\r\n=F8=EB=E8=F2=E5'],
    ['base64', 'base64', 'z/Do+Ov\r\no8uU='],
  ])('is read in %s', async (_how, encoding, body) => {
    const headers = { 'Content-Type': 'text/plain; charset=windows-1251', 'Content-Transfer-Encoding': encoding };
    expect((await parseMail(aMail({ headers, body }))).text).toBe('Пришлите');
  });

  it('is read when his client breaks words at the ends of flowed lines', async () => {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8; format=flowed; delsp=yes' };
    expect((await parseMail(aMail({ headers, body: 'При \r\nшлите \r\n прайс\r\n' }))).text).toBe('Пришлите прайс');
  });

  it('has a subject and names that are encoded in pieces', async () => {
    const [one, two] = [Buffer.from('Привет').subarray(0, 5), Buffer.from('Привет').subarray(5)];
    const mail = await parseMail(
      aMultipart(
        'multipart/mixed',
        [
          'Content-Type: text/plain\r\n\r\nsee',
          "Content-Disposition: attachment; filename*0*=utf-8''%D0%BF%D1%80; filename*1*=%D0%B0%D0%B9%D1%81; filename*2=.pdf\r\n\r\nx",
          "Content-Disposition: attachment; filename*=windows-1251''%EF%F0%E0%E9%F1.pdf\r\n\r\nx",
          'Content-Disposition: attachment; filename="=?koi8-r?B?0NLBytM=?=.pdf"\r\n\r\nx',
        ],
        { Subject: `=?utf-8?B?${one.toString('base64')}?= =?utf-8?B?${two.toString('base64')}?=` },
      ),
    );
    expect(mail.subject).toBe('Привет');
    expect(mail.attachments.map(({ name }) => name)).toEqual(['прайс.pdf', 'прайс.pdf', 'прайс.pdf']);
  });
});

describe('a contact who writes German in an undeclared charset', () => {
  it('is not taken for a Russian', async () => {
    const body = Buffer.from('Grüße aus München, schöne Größe', 'latin1');
    expect((await parseMail(aMail({ headers: { 'Content-Type': 'text/plain' }, body }))).text).toBe(
      'Grüße aus München, schöne Größe',
    );
  });
});

describe('a parsed mail', () => {
  it('names its people in lower case and its ids in brackets', async () => {
    const mail = await parseMail(
      aMail({
        headers: {
          From: '=?utf-8?B?0JjQstCw0L0=?= <Ivan@Ladya.Example>',
          'Reply-To': 'Office@ladya.example',
          'Message-ID': 'reply-1@ladya.example',
          References: '<a@v.example>\r\n <b@v.example>',
        },
      }),
    );
    expect(mail).toMatchObject({
      from: { address: 'ivan@ladya.example', name: 'Иван' },
      replyTo: [{ address: 'office@ladya.example', name: '' }],
      messageId: '<reply-1@ladya.example>',
      inReplyTo: '<offer-1@vremya.example>',
      references: ['<a@v.example>', '<b@v.example>'],
      date: new Date('2026-01-12T13:21:44Z'),
    });
  });

  it('has no date rather than a wrong one', async () => {
    expect((await parseMail(aMail({ headers: { Date: 'soon' } }))).date).toBeUndefined();
  });

  it('joins the lines of format=flowed', async () => {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' };
    expect((await parseMail(aMail({ headers, body: 'можно ли \r\nвернуть?\r\n' }))).text).toBe('можно ли вернуть?');
  });

  it("keeps an enclosed letter out of the sender's text", async () => {
    const mail = await parseMail(
      aMultipart('multipart/mixed', [
        'Content-Type: text/plain; charset=utf-8\r\n\r\nСмотрите',
        'Content-Type: message/rfc822\r\n\r\nMessage-ID: <x@y.example>\r\n\r\nchужое',
      ]),
    );
    expect(mail.text).toBe('Смотрите');
    expect(mail.structure.enclosedMail).toContain('<x@y.example>');
  });

  it('keeps the order of text and HTML parts that are no alternatives', async () => {
    const mail = await parseMail(
      aMultipart('multipart/mixed', [
        'Content-Type: text/html\r\n\r\n<p>first</p>',
        'Content-Type: text/plain\r\n\r\nsecond',
      ]),
    );
    expect(mail.html?.indexOf('first')).toBeLessThan(mail.html?.indexOf('second') ?? 0);
  });

  it('gives its files with their names', async () => {
    const mail = await parseMail(
      aMultipart('multipart/mixed', [
        'Content-Type: text/plain\r\n\r\nsee',
        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''%D0%B0.pdf\r\n\r\nPDF",
      ]),
    );
    expect(mail.attachments).toMatchObject([{ name: 'а.pdf', contentType: 'application/pdf', size: 3, inline: false }]);
  });

  it('fails with a code when its MIME cannot be parsed at all', async () => {
    const parts = Array.from({ length: 5000 }, () => 'Content-Type: text/plain\r\n\r\nx');
    await expect(parseMail(aMultipart('multipart/mixed', parts))).rejects.toMatchObject({ code: 'MAIL_UNREADABLE' });
  });
});
