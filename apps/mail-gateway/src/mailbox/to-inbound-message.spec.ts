import fc from 'fast-check';
import { BSON } from 'mongodb';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { ReceivedMail } from './received-mail';
import { toInboundMessage } from './to-inbound-message';

const AT = new Date('2026-11-03T08:00:00Z');

function received(lines: readonly string[], different: Partial<ReceivedMail> = {}): ReceivedMail {
  const source = Buffer.from(lines.join('\r\n'));
  return {
    accountId: 'anna',
    uidValidity: '1',
    uid: 7,
    source,
    leftOut: [],
    without: null,
    storedAt: AT,
    ...different,
  };
}

async function messageOf(mail: ReceivedMail): Promise<InboundMessage> {
  return (await toInboundMessage(mail)).message;
}

const ANSWER = [
  'From: =?UTF-8?B?0JzQsNGA0LjRjw==?= <Maria@Contact.test>',
  'To: Anna+abcdefghij@sales.test, Boris <boris@contact.test>',
  'Cc: boris@contact.test, olga@contact.test',
  'Subject: Re: hello',
  'Message-ID: <2@contact.test>',
  'In-Reply-To: <1@sales.test>',
  'Date: Tue, 3 Nov 2026 10:00:00 +0300',
  '',
  'Not now, thank you.',
  '',
  '> hello',
];

const WITH_A_FILE = [
  'From: maria@contact.test',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  '',
  'Our prices.',
  '--b',
  'Content-Type: text/csv',
  'Content-Disposition: attachment; filename="../prices.csv"',
  '',
  '1;2',
  '--b--',
];

describe('a mail that came in', () => {
  it('is stored with its own words, its thread and its token, in the order of the mailbox', async () => {
    expect(await messageOf(received(ANSWER))).toMatchObject({
      accountId: 'anna',
      kind: 'human',
      from: 'maria@contact.test',
      fromName: 'Мария',
      to: ['anna+abcdefghij@sales.test', 'boris@contact.test', 'olga@contact.test'],
      text: 'Not now, thank you.',
      threadIds: ['<1@sales.test>'],
      tokens: ['abcdefghij'],
      sentAt: new Date('2026-11-03T07:00:00Z'),
      storedAt: AT,
      order: 7,
      unreadable: null,
      state: 'new',
    });
  });

  it('is the same message again when it is read again', async () => {
    const [first, again] = await Promise.all([
      messageOf(received(ANSWER)),
      messageOf(received(['Received: by another.test', ...ANSWER], { uid: 99 })),
    ]);
    expect(again._id).toBe(first._id);
    expect(first._id).toMatch(/^email:anna:<2@contact\.test> [0-9a-f]{64}$/);
  });

  it('names the letter that came back, when it is a bounce', async () => {
    const bounce = await messageOf(
      received([
        'From: MAILER-DAEMON@contact.test',
        'Subject: Undelivered Mail Returned to Sender',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        '',
        'No such user.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; contact.test',
        '',
        'Final-Recipient: rfc822; maria@contact.test',
        'Action: failed',
        'Status: 5.1.1',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'Message-ID: <1@sales.test>',
        '',
        'hello',
        '--b--',
      ]),
    );
    expect(bounce).toMatchObject({ kind: 'bounce_hard', threadIds: ['<1@sales.test>'] });
  });

  it('tells what a machine has to say', async () => {
    const absence = [
      'From: maria@contact.test',
      'Auto-Submitted: auto-replied',
      'Date: Tue, 3 Nov 2026 10:00:00 +0300',
      '',
      'I am out of office until 9 November 2026. Please write to olga@contact.test.',
    ];
    expect(await messageOf(received(absence))).toMatchObject({
      kind: 'auto_reply',
      facts: { type: 'absence', substitutes: ['olga@contact.test'] },
    });
    expect(await messageOf(received(ANSWER))).toMatchObject({ kind: 'human', facts: { type: 'none' } });
  });

  it.each(['unsubscribe abcdefghij', 'Unsubscribe [#ABCDEFGHIJ]'])(
    'unsubscribes where its subject is "%s", whoever sends it',
    async (subject) => {
      const lines = ['From: somebody@else.test', `Subject: ${subject}`, '', ''];
      expect(await messageOf(received(lines))).toMatchObject({ kind: 'unsubscribe', tokens: ['abcdefghij'] });
    },
  );

  it.each(['Re: unsubscribe abcdefghij', 'unsubscribe', 'unsubscribe me please', 'unsubscribe abcdefghij now'])(
    'is read as what a person wrote where its subject is "%s"',
    async (subject) => {
      const lines = ['From: maria@contact.test', `Subject: ${subject}`, '', 'hello'];
      expect(await messageOf(received(lines))).toMatchObject({ kind: 'human' });
    },
  );

  it('is another message than one with the same Message-ID and other words, and so is one without any', async () => {
    const lines = (id: readonly string[], text: string): string[] => [
      'From: maria@contact.test',
      ...id,
      'Date: Tue, 3 Nov 2026 10:00:00 +0300',
      '',
      text,
    ];
    const id = ['Message-ID: <2@contact.test>'];
    const mails = [lines(id, 'one'), lines(id, 'two'), lines([], 'one'), lines([], 'two')];
    const stored = await Promise.all(mails.map((mail) => messageOf(received(mail))));
    expect(new Set(stored.map(({ _id }) => _id)).size).toBe(4);
  });

  it('gives its files apart from its words', async () => {
    const { message, contents } = await toInboundMessage(received(WITH_A_FILE));
    const [file] = message.attachments;
    expect(message.text).toBe('Our prices.');
    expect(message.attachments).toMatchObject([{ name: 'prices.csv', contentType: 'text/csv', size: 3 }]);
    expect([...contents]).toEqual([[file?.sha256, Buffer.from('1;2')]]);
  });

  it('leaves no file when it is a machine’s', async () => {
    const { message, contents } = await toInboundMessage(received(['Auto-Submitted: auto-replied', ...WITH_A_FILE]));
    expect(message.attachments).toMatchObject([{ name: 'prices.csv', size: 3, sha256: null }]);
    expect(contents.size).toBe(0);
  });

  it('that the parser cannot take is kept raw for the operator, with who wrote it and in which thread', async () => {
    const nested = Array.from({ length: 2000 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary=b${String(depth)}`,
      '',
      `--b${String(depth)}`,
    ]);
    const lines = [...ANSWER.slice(0, 7), ...nested.flat(), '', 'hello'];
    expect(await messageOf(received(lines))).toMatchObject({
      kind: 'human',
      from: 'maria@contact.test',
      threadIds: ['<1@sales.test>'],
      text: '',
      unreadable: expect.stringContaining('cannot be parsed') as string,
      raw: Buffer.from(lines.join('\r\n')),
    });
  });

  it('is shown to the operator when it is too large to be read, as far as its header tells', async () => {
    expect(await messageOf(received(ANSWER, { without: 'too-large' }))).toMatchObject({
      kind: 'human',
      from: 'maria@contact.test',
      subject: 'Re: hello',
      threadIds: ['<1@sales.test>'],
      text: '',
      unreadable: 'The mail is too large; open it in a mail client.',
      raw: Buffer.from(ANSWER.join('\r\n')),
    });
  });

  it('is shown to the operator once when the server keeps its content back, and never taken for another such mail', async () => {
    const without = 'kept-back';
    const unlike = [{}, { uid: 8 }, { uidValidity: '2' }, { accountId: 'boris' }];
    const messages = await Promise.all(unlike.map((each) => messageOf(received([], { without, ...each }))));
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(4);
    expect(await messageOf(received([], { without }))).toEqual(messages[0]);
    expect(messages[0]).toMatchObject({
      kind: 'human',
      from: '',
      unreadable: 'The mail server lists the mail and does not give its content; open it in a mail client.',
    });
  });

  it('is stored whatever its bytes are', async () => {
    const line = fc.oneof(fc.constantFrom(...ANSWER, ...WITH_A_FILE), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.uint8Array(), async (lines, bytes) => {
        const source = Buffer.concat([Buffer.from(lines.join('\r\n')), bytes]);
        expect((await messageOf(received([], { source })))._id).toMatch(/^email:anna:./);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['sender', ['From: %s@contact.test', '', 'hello']],
    ['recipient', ['To: %s@contact.test', '', 'hello']],
    ['subject', ['Subject: %s', '', 'hello']],
    ['Message-ID', ['Message-ID: <%s@contact.test>', '', 'hello']],
    ['thread', ['References: <%s@contact.test>', '', 'hello']],
    ['text', ['From: maria@contact.test', '', '%s']],
    ['quote', ['From: maria@contact.test', '', '> %s']],
  ])('fits into the database, however long its %s is', async (_, lines) => {
    const source = lines.map((line) => line.replace('%s', 'x'.repeat(17_000_000)));
    expect(BSON.calculateObjectSize(await messageOf(received(source)))).toBeLessThan(5_000_000);
  });
});
