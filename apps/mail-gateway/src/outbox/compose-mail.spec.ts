import MailComposer from 'nodemailer/lib/mail-composer';
import { simpleParser } from 'mailparser';
import { readMail } from '@app/mail-text/read-mail';
import { aLetter } from '@app/persistence/testing/documents';
import { toHtml } from '@app/product/to-html';
import { writeQuote } from '@app/product/write-quote';
import { messageIdIn } from '../unsubscribe/unsubscribe-link';
import { composeMail, type MailFacts } from './compose-mail';

const FACTS: MailFacts = {
  account: { address: 'anna@sales.test', plusAddressing: false },
  date: new Date('2026-11-02T09:00:00Z'),
  contents: [],
  unsubscribeUrl: 'https://sales.example.com',
};

/** As RFC 5546 has it, with only what is looked at here. */
function anInvitation(method: 'REQUEST' | 'CANCEL', name = 'demo.ics') {
  return { name, method, content: `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nSUMMARY:Встреча\r\nEND:VCALENDAR\r\n` };
}

async function sourceOf(letter: Parameters<typeof aLetter>[0]): Promise<string> {
  return (await new MailComposer(composeMail(aLetter(letter), FACTS)).compile().build()).toString();
}

async function mailOf(letter: Parameters<typeof aLetter>[0], facts: Partial<MailFacts> = {}) {
  const mail = composeMail(aLetter(letter), { ...FACTS, ...facts });
  return simpleParser(await new MailComposer(mail).compile().build());
}

describe('a mail to a contact', () => {
  it('says who writes, to whom, when and what, under the Message-ID that was stored', async () => {
    const mail = await mailOf({
      fromName: 'Анна Смирнова',
      to: 'maria@contact.test',
      toName: 'Мария',
      messageId: '<0f@sales.test>',
      text: 'Здравствуйте!\n',
    });
    expect(mail.from?.value).toEqual([{ address: 'anna@sales.test', name: 'Анна Смирнова' }]);
    expect(mail).toMatchObject({
      to: { value: [{ address: 'maria@contact.test', name: 'Мария' }] },
      subject: 'Отзывы ваших гостей',
      text: 'Здравствуйте!\n',
      messageId: '<0f@sales.test>',
      date: FACTS.date,
    });
  });

  it('hangs itself on the thread it answers', async () => {
    const mail = await mailOf({ inReplyTo: '<2@contact.test>', references: ['<1@sales.test>', '<2@contact.test>'] });
    expect(mail).toMatchObject({
      inReplyTo: '<2@contact.test>',
      references: ['<1@sales.test>', '<2@contact.test>'],
    });
  });

  it('carries the files that were asked for', async () => {
    const deck = { name: 'Презентация.pdf', contentType: 'application/pdf', sha256: '0' };
    const mail = await mailOf({ attachments: [deck] }, { contents: [Buffer.from('%PDF')] });
    expect(mail.attachments).toMatchObject([
      { filename: 'Презентация.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') },
    ]);
  });

  it('has a simple and a formatted text that say the same', async () => {
    const mail = await mailOf({ text: 'Здравствуйте!\n', html: '<p>Здравствуйте!</p>' });
    expect(mail).toMatchObject({ text: 'Здравствуйте!\n', html: '<p>Здравствуйте!</p>' });
    expect(await sourceOf({ html: '<p>Здравствуйте!</p>' })).toContain('multipart/alternative');
  });

  it.each(['REQUEST', 'CANCEL'] as const)('shows one meeting as a meeting, and as a file too: %s', async (method) => {
    const invitation = anInvitation(method);
    const source = await sourceOf({ html: '<p>До встречи!</p>', invitations: [invitation] });
    expect(source.match(/^Content-Type: .*(?:\r\n\s.*)*$/gm)).toMatchObject([
      expect.stringContaining('multipart/mixed'),
      expect.stringContaining('multipart/alternative'),
      expect.stringContaining('text/plain'),
      expect.stringContaining('text/html'),
      `Content-Type: text/calendar; charset=utf-8; method=${method}`,
      expect.stringContaining('application/ics; name=demo.ics'),
    ]);
    const { attachments } = await simpleParser(source);
    expect(attachments.map(({ content }) => content.toString())).toEqual([invitation.content, invitation.content]);
  });

  it('carries the meetings to choose from as files, each with its own method', async () => {
    const invitations = ['1.ics', '2.ics', '3.ics'].map((name) => anInvitation('REQUEST', name));
    const source = await sourceOf({ html: '<p>Когда вам удобно?</p>', invitations });
    expect(source.match(/^Content-Type: text\/calendar.*$/gm)).toEqual(
      invitations.map(({ name }) => `Content-Type: text/calendar; charset=utf-8; method=REQUEST; name=${name}`),
    );
    const { attachments } = await simpleParser(source);
    expect(attachments).toMatchObject(
      invitations.map(({ name }) => ({ filename: name, contentDisposition: 'attachment' })),
    );
    expect(attachments.map(({ content }) => content.toString())).toEqual(invitations.map(({ content }) => content));
  });

  it('asks for answers to an address with the token, where the account has such addresses', async () => {
    const mail = await mailOf(
      { token: 'abcdefghij' },
      { account: { address: 'anna@sales.test', plusAddressing: true } },
    );
    expect(mail.replyTo?.text).toBe('anna+abcdefghij@sales.test');
    expect((await mailOf({})).replyTo).toBeUndefined();
  });

  it.each([
    ['answer'],
    ['demo-access'],
    ['demo-slots'],
    ['slot-booked'],
    ['stop-confirmed'],
    ['ask-to-resume'],
  ] as const)('says that no person wrote it when it is the letter "%s"', async (letter) => {
    expect((await mailOf({ letters: [letter] })).headers.get('auto-submitted')).toBe('auto-replied');
  });

  it.each([
    ['opening'],
    ['referral-opening'],
    ['reminder'],
    ['follow-up'],
    ['demo-follow-up'],
    ['operator-reply'],
  ] as const)('does not say so when it is the letter "%s"', async (letter) => {
    expect((await mailOf({ letters: [letter] })).headers.has('auto-submitted')).toBe(false);
  });

  it('says to the operator that nobody wrote it, so that no notice of absence answers', async () => {
    expect((await mailOf({ letters: ['operator-notice'] })).headers.get('auto-submitted')).toBe('auto-generated');
  });
});

describe('the header by which a mail client unsubscribes', () => {
  const letter = { messageId: '<0f@sales.test>', token: 'abcdefghij' } as const;
  const byMail = '<mailto:anna@sales.test?subject=unsubscribe%20%5B%23abcdefghij%5D>';

  async function headersOf(change: Parameters<typeof aLetter>[0], facts: Partial<MailFacts> = {}) {
    const { headerLines } = await mailOf({ ...letter, ...change }, facts);
    const found = headerLines.filter(({ key }) => key.startsWith('list-'));
    return found.map(({ line }) => line.replace(/\r?\n\s/g, ' ').replace(/: +/, ': '));
  }

  it.each(['opening', 'referral-opening', 'reminder', 'follow-up', 'demo-follow-up'] as const)(
    'stands in the letter "%s", which we write first: one click, or a mail',
    async (initiated) => {
      expect(await headersOf({ letters: [initiated] })).toEqual([
        `List-Unsubscribe: <https://sales.example.com/u/MGZAc2FsZXMudGVzdA>, ${byMail}`,
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ]);
    },
  );

  it.each(['answer', 'presentation', 'stop-confirmed', 'ask-to-resume', 'operator-reply', 'operator-notice'] as const)(
    'stands not in the letter "%s", which answers or tells the operator',
    async (answering) => {
      expect(await headersOf({ letters: [answering] })).toEqual([]);
    },
  );

  it('offers only a mail where nobody serves the click', async () => {
    expect(await headersOf({}, { unsubscribeUrl: undefined })).toEqual([`List-Unsubscribe: ${byMail}`]);
  });

  it('leads to a mail that carries the token twice, where the account has such addresses', async () => {
    const account = { address: 'anna@пример.рф', plusAddressing: true };
    expect(await headersOf({}, { account, unsubscribeUrl: undefined })).toEqual([
      'List-Unsubscribe: <mailto:anna%2Babcdefghij@xn--e1afmkfd.xn--p1ai?subject=unsubscribe%20%5B%23abcdefghij%5D>',
    ]);
  });

  it('leads back to the letter, below the path of a public address that has one', async () => {
    const [header = ''] = await headersOf({}, { unsubscribeUrl: 'https://пример.рф/mail/' });
    const link = new URL(/<(https[^>]+)>/.exec(header)?.[1] ?? '');
    expect(link.origin + link.pathname).toMatch(/^https:\/\/xn--e1afmkfd\.xn--p1ai\/mail\/u\/[\w-]+$/);
    expect(messageIdIn(link.pathname.split('/').at(-1) ?? '')).toBe(letter.messageId);
  });
});

describe('a mail that quotes what it answers', () => {
  const said = { from: { name: 'Анна Петрова', address: 'anna@contact.test' }, text: 'Сколько стоит?\n\n-- \nАнна' };
  const before = { ...said, at: new Date('2026-11-22T11:05:00Z'), quotedText: '> Здравствуйте, Анна!' };
  const words = 'Здравствуйте, Анна!\n\nОт 990 ₽ в месяц: $& и <b>.\n\n--\nМария Смирнова\nОтзывы';
  const answer = {
    letters: ['answer'],
    inReplyTo: '<2@contact.test>',
    text: `${words}\n`,
    html: toHtml(words, 'ru'),
  } as const;

  it.each(['ru', 'en'] as const)('is read back as exactly the words of the letter: %s', async (language) => {
    const quote = writeQuote(before, language, 'Europe/Moscow');
    const mail = composeMail(aLetter({ ...answer, quote }), FACTS);
    const forms = [mail, { ...mail, html: undefined }, { ...mail, text: undefined }];
    for (const form of forms) {
      const read = await readMail(await new MailComposer(form).compile().build(), { signature: 'keep' });
      expect(read).toMatchObject({ text: words, quotedText: expect.stringContaining('Сколько стоит?') });
    }
  });

  it('has the quote below the letter in both forms, and inside the body of the formatted one', async () => {
    const quote = writeQuote(before, 'en', 'Europe/Moscow');
    const { text = '', html } = await mailOf({ ...answer, quote });
    expect(text).toBe(`${words}\n\n${quote?.text ?? ''}\n`);
    expect(html).toMatch(/Отзывы<\/p>\n<p>On Sun[^]*<\/blockquote>\n<\/body>\n<\/html>\n$/);
  });
});

describe('a mail whose facts are strange', () => {
  const headersOf = (source: string) => source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ');
  const namesIn = (source: string) =>
    headersOf(source)
      .split('\r\n')
      .map((line) => line.split(':')[0])
      .sort();

  it.each(['\r\n', '\n', '\r', '\u2028', '\0\r\n'])(
    'has no header that a name, subject or address smuggles in: %j',
    async (end) => {
      const evil = `x${end}Bcc: spy@evil.test${end}${end}body`;
      const facts = { fromName: evil, toName: evil, subject: evil, to: `a@b.test${end}Bcc: spy@evil.test` };
      const thread = { inReplyTo: `<a${end}Bcc:1@b>`, references: [`<a${end}Bcc:1@b>`, '<1@sales.test>'] };
      const source = await sourceOf({ ...facts, ...thread, token: 'abcdefghij' });

      expect(namesIn(source)).toEqual(namesIn(await sourceOf({ references: ['<1@sales.test>'] })));
      expect((await simpleParser(source)).bcc).toBeUndefined();
    },
  );

  it('keeps every line short enough to pass, and every word whole', async () => {
    const long = 'Длинное-предлинное слово 💥 '.repeat(60).trim();
    const references = Array.from({ length: 50 }, (_, index) => `<${'x'.repeat(900)}${index}@contact.test>`);
    const letter = {
      fromName: long,
      toName: long,
      subject: long,
      text: 'y'.repeat(5000),
      html: `<p>${'z'.repeat(5000)}</p>`,
    };
    const source = await sourceOf({ ...letter, references, inReplyTo: `<${'x'.repeat(1500)}@contact.test>` });

    expect(Math.max(...source.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
    const mail = await simpleParser(source);
    expect(mail).toMatchObject({ subject: long, references, from: { value: [{ name: long }] } });
    expect(mail.inReplyTo).toBeUndefined();
  });

  it('writes a domain in its ASCII form, and a name before the @ as it is', async () => {
    expect(headersOf(await sourceOf({ to: 'anna@пример.рф', toName: '' }))).toContain('To: anna@xn--e1afmkfd.xn--p1ai');
    expect(headersOf(await sourceOf({ to: 'анна@пример.рф', toName: '' }))).toContain('анна@пример.рф');
  });
});
