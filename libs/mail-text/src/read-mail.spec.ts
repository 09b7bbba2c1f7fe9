import fc from 'fast-check';
import { readMail } from './read-mail';
import { aMail, anHtmlMail } from './testing/a-mail';

describe('the reading of a mail', () => {
  it('is what the operator sees as JSON', async () => {
    const reading = await readMail(aMail({ body: 'Да.\n\n-- \nПётр\n\n> Да?' }), { signature: 'strip' });
    expect(JSON.parse(JSON.stringify(reading))).toEqual({
      id: reading.id,
      kind: 'human',
      text: 'Да.',
      hasOwnWords: true,
      isSealed: false,
      facts: { type: 'none' },
      quotedText: '> Да?',
      forwardedText: '',
      signature: '--\nПётр',
      from: { address: 'petr@ladya.example', name: 'Petr Ilyin' },
      to: [{ address: 'anna@vremya.example', name: 'Anna' }],
      subject: 'Re: Offer',
      messageId: '<reply-1@ladya.example>',
      inReplyTo: '<offer-1@vremya.example>',
      references: [],
      date: '2026-01-12T13:21:44.000Z',
      attachments: [],
    });
  });
});

/** Lines that clients and signatures are made of, so that every rule is met in every order. */
const LINES = [
  'Пришлите, пожалуйста, цену.',
  'Нет',
  '',
  ' ',
  '> цитата',
  '>> глубже',
  '--',
  '---',
  '________________',
  'С уважением,',
  'Пётр Ильин',
  'Best regards',
  'Отправлено с iPhone',
  'Sent from my phone',
  'P.S. не звоните',
  '12.01.2026 14:03, Анна пишет:',
  'On Mon, Jan 12, 2026 at 2:03 PM Anna <a@b.example> wrote:',
  'On Monday',
  'От: Анна',
  'Отправлено: вчера',
  'Кому: мне',
  'Тема: цена',
  '-------- Исходное сообщение --------',
  'Begin forwarded message:',
  'Без вирусов. www.avast.com',
  'Это письмо конфиденциально',
  '<',
  '> wrote:',
  '[EXTERNAL]',
  'This email originated from outside of the organization',
  '---------- Forwarded message ---------',
  'От: Анна <a@b.example> Отправлено: 12.01.2026 14:03 Кому: мне',
  'Анна, 12.01.2026 14:03:',
  'petr@ladya.example',
  'This e-mail is confidential and intended solely for you',
  '\u200b',
  '\u2028',
];

describe('whatever a contact sends', () => {
  it('is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        await readMail(bytes, { signature: 'strip' });
        await readMail(Buffer.concat([aMail({ body: Buffer.from(bytes) })]), { signature: 'strip' });
        await readMail(anHtmlMail(Buffer.from(bytes).toString('latin1')), { signature: 'keep' });
      }),
      { numRuns: 150 },
    );
  });

  it('loses no line: each stands in the text, the quote or the signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...LINES), { maxLength: 25 }), async (lines) => {
        const reading = await readMail(aMail({ body: lines.join('\n') }), { signature: 'strip' });
        expect(said([reading.text, reading.quotedText, reading.signature])).toEqual(said(lines));
      }),
      { numRuns: 400 },
    );
  });

  it('loses no line of HTML either', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...HTML_PIECES), { maxLength: 25 }), async (pieces) => {
        const reading = await readMail(anHtmlMail(pieces.join('')), { signature: 'strip' });
        const words = pieces.flatMap((piece) => piece.match(/word\d/g) ?? []);
        const found = [reading.text, reading.quotedText, reading.signature].join(' ').match(/word\d/g) ?? [];
        expect([...found].sort()).toEqual([...words].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('is read without an error when it is made of real parts in a wrong order, and cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...MIME_PIECES), { maxLength: 20 }),
        fc.nat(2000),
        async (pieces, cut) => {
          const raw = Buffer.concat(pieces).subarray(0, cut);
          const reading = await readMail(raw, { signature: 'strip' });
          expect(reading.hasOwnWords).toBe(reading.text !== '');
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['quote marks', (size: number) => aMail({ body: `Hi\n${repeated('>', size)}\nasdf\nA${repeated('>', size)}` })],
    ['deeper and deeper quotes', (size: number) => aMail({ body: deeperQuotes(size) })],
    ['halves of attributions', (size: number) => aMail({ body: repeated('On Mon, Jan 12, 2026 at 2:03 PM\n', size) })],
    ['halves on one line', (size: number) => aMail({ body: repeated('On Mon, Jan 12, 2026 at 2:03 PM ', size) })],
    ['one long line', (size: number) => aMail({ body: repeated('word ', size) })],
    ['one long word', (size: number) => aMail({ body: repeated('a', size) })],
    ['header lines', (size: number) => aMail({ body: repeated('From:\nTo: b\n', size) })],
    ['dashes', (size: number) => aMail({ body: repeated('-', size) })],
    ['spaces', (size: number) => aMail({ body: `x${repeated(' ', size)}y` })],
    ['attributes', (size: number) => anHtmlMail(`<div ${repeated('a=b ', size)}>x`)],
    ['angle brackets', (size: number) => anHtmlMail(repeated('<', size))],
    ['Latin bytes', (size: number) => aMail({ headers: { 'Content-Type': '' }, body: Buffer.alloc(size, 0xe0) })],
    ['a report of a mail system', (size: number) => aMail({ headers: FROM_MAIL_SYSTEM, body: repeated('\n\n', size) })],
    ['warnings', (size: number) => aMail({ body: repeated('Originated from outside of the organization\n', size) })],
    ['header lines on one', (size: number) => aMail({ body: repeated('From: a@b Sent: 1:00 To: c ', size) })],
    [
      'forwards of forwards',
      (size: number) => aMail({ body: repeated('--- Forwarded message ---\nFrom: a@b\n', size) }),
    ],
    ['cards', (size: number) => aMail({ body: repeated('Petr Ilyin\npetr@ladya.example\n\n', size) })],
    ['delimiters', (size: number) => aMail({ body: repeated('--\na\n', size) })],
    ['words of a disclaimer', (size: number) => aMail({ body: repeated('confidential intended solely for ', size) })],
    ['blank lines', (size: number) => aMail({ body: repeated('\n', size) })],
    ['quotes without a client', (size: number) => aMail({ body: repeated('Анна, 12.01.2026 14:03:\n> q\n', size) })],
    ['frames above quotes', (size: number) => anHtmlMail(repeated(FORWARD_FRAME, size) + '<blockquote>q</blockquote>')],
    ['rules above quotes', (size: number) => anHtmlMail(repeated('<hr><blockquote>q</blockquote>', size))],
    ['a style', (size: number) => anHtmlMail(`<div style="${repeated('border:none;', size)}">x`)],
    ['notes of absence', (size: number) => aMail({ headers: AUTOMATIC, body: repeated('from 1 bis ', size) })],
    ['sentences', (size: number) => aMail({ body: repeated('Добрый день, пришлите цену на 2026 год.\n', size) })],
    ['closings', (size: number) => aMail({ body: repeated('Regards,\nIvan\n', size) })],
    ['rules', (size: number) => aMail({ body: repeated('-----\nab\n', size) })],
    ['dates', (size: number) => aMail({ body: repeated('12.01.2026 14:03 a@b:\n', size) })],
    ['answers between quotes', (size: number) => aMail({ body: repeated('> q\nown\n', size) })],
    ['entities', (size: number) => anHtmlMail(repeated('&amp;', size))],
    ['unclosed tags', (size: number) => anHtmlMail(repeated('<b><div>', size) + repeated('</i>', size))],
    ['nested quotes', (size: number) => anHtmlMail(repeated('<blockquote>x', size))],
  ])('takes time in proportion to its size: %s', async (_what, mailOf) => {
    await timeOf(mailOf(100_000));
    const small = await timeOf(mailOf(100_000));
    const large = await timeOf(mailOf(400_000));
    expect(large / Math.max(small, 5)).toBeLessThan(40);
  });
});

const HTML_PIECES = [
  '<div>word1</div>',
  '<p>word2',
  '<blockquote>',
  '</blockquote>',
  '<div class="gmail_quote">',
  '</div>',
  '<div class="gmail_attr">12.01.2026 14:03, word3:</div>',
  '<div class="gmail_signature">-- <br>word4</div>',
  '<hr><b>От:</b> word5<br>',
  '<div id="appendonsend"></div>',
  'word6<br>',
  '<table><tr><td>word7</td><td>word8',
  '</table>',
  '<!-- note -->',
  '&nbsp;',
  '<pre>word9\n</pre>',
  '</p>',
];

const MIME_PIECES = [
  'From: a@b.example\r\n',
  'Subject: =?utf-8?B?0J/Rg?=\r\n',
  'Subject: =?koi8-r?Q?=F0?= =?x?B?',
  'Content-Type: multipart/mixed; boundary=p\r\n',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="p"\r\n',
  'Content-Type: text/html; charset=nothing\r\n',
  "Content-Type: text/plain; charset*0*=utf-8''%ff; format=flowed; delsp=yes\r\n",
  'Content-Type: message/delivery-status\r\n',
  'Content-Type: message/rfc822\r\n',
  'Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nUID:\r\n',
  'Content-Type: application/pkcs7-mime\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  '\r\n',
  '\n',
  '--p\r\n',
  '--p--\r\n',
  'Action: failed\r\nStatus: 5.\r\n',
  '=D0=\r\n=D',
  '0J/RgNC40',
  '<div><blockquote>',
  '\u0000\u00FF\n',
].map((piece) => Buffer.from(piece, 'latin1'));

const FORWARD_FRAME = '<div class="gmail_attr">---------- Forwarded message ---------</div>';
const AUTOMATIC = { 'Auto-Submitted': 'auto-replied' };
const FROM_MAIL_SYSTEM = { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice', 'In-Reply-To': '' };

function deeperQuotes(size: number): string {
  const lines = Array.from({ length: size / 100 }, (_, depth) => `${'>'.repeat(depth % 200)} quote\nown`);
  return lines.join('\n');
}

function said(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(/[\n\u2028]/))
    .map((line) => line.replace('\u200b', '').trim())
    .filter((line) => line !== '')
    .sort();
}

function repeated(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length));
}

async function timeOf(mail: Buffer): Promise<number> {
  const start = performance.now();
  await readMail(mail, { signature: 'strip' });
  return performance.now() - start;
}
