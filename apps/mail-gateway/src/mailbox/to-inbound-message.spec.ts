import { BSON } from 'mongodb';
import type { ReceivedMail } from './received-mail';
import { toInboundMessage } from './to-inbound-message';

const AT = new Date('2026-11-03T08:00:00Z');

function received(lines: readonly string[], different: Partial<ReceivedMail> = {}): ReceivedMail {
  const source = Buffer.from(lines.join('\r\n'));
  return { accountId: 'anna', uidValidity: '1', uid: 7, source, without: null, storedAt: AT, ...different };
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

describe('a mail that came in', () => {
  it('is stored with its own words, its thread and its token, in the order of the mailbox', async () => {
    expect(await toInboundMessage(received(ANSWER))).toMatchObject({
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
      toInboundMessage(received(ANSWER)),
      toInboundMessage(received(['Received: by another.test', ...ANSWER], { uid: 99 })),
    ]);
    expect(again._id).toBe(first._id);
    expect(first._id).toMatch(/^email:anna:<2@contact\.test> [0-9a-f]{64}$/);
  });

  it('names the letter that came back, when it is a bounce', async () => {
    const bounce = await toInboundMessage(
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

  it('is shown to the operator when it is too large to be read, as far as its header tells', async () => {
    expect(await toInboundMessage(received(ANSWER, { without: 'too-large' }))).toMatchObject({
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
    const messages = await Promise.all(unlike.map((each) => toInboundMessage(received([], { without, ...each }))));
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(4);
    expect(await toInboundMessage(received([], { without }))).toEqual(messages[0]);
    expect(messages[0]).toMatchObject({
      kind: 'human',
      from: '',
      unreadable: 'The mail server lists the mail and does not give its content; open it in a mail client.',
    });
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
    expect(BSON.calculateObjectSize(await toInboundMessage(received(source)))).toBeLessThan(5_000_000);
  });
});
