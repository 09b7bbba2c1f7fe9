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
      quotedText: '> Да?',
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

  it.each([
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
