import { classifyMail } from './classify-mail';
import { parseMail } from './parse-mail';
import { aMail, aMultipart } from './testing/a-mail';

async function kindOf(raw: Buffer) {
  return classifyMail(await parseMail(raw));
}

function aReport(fields: string, headers: Record<string, string> = {}): Buffer {
  return aMultipart(
    'multipart/report; report-type=delivery-status',
    [
      'Content-Type: text/plain\r\n\r\nThis is the mail system.',
      `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; gone@ladya.example\r\n${fields}`,
      'Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <offer-1@vremya.example>',
    ],
    { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail Returned to Sender', 'In-Reply-To': '', ...headers },
  );
}

describe('a letter of ours that did not arrive', () => {
  it('bounced hard when nobody is at the address', async () => {
    expect(
      await kindOf(aReport('Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown')),
    ).toBe('bounce_hard');
    expect(
      await kindOf(aReport('Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 Пользователь не найден')),
    ).toBe('bounce_hard');
  });

  it('bounced softly when the mailbox is full, the server waits, or the letter was refused', async () => {
    expect(await kindOf(aReport('Action: failed\r\nStatus: 5.2.2'))).toBe('bounce_soft');
    expect(await kindOf(aReport('Action: delayed\r\nStatus: 4.4.1'))).toBe('bounce_soft');
    expect(await kindOf(aReport('Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 554 5.7.1 Spam'))).toBe(
      'bounce_soft',
    );
  });

  it.each([
    ['the refusing server blames our host', 'Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.7.1 Your IP is on our list'],
    ['a policy refuses, in whatever words', 'Status: 5.7.1\r\nDiagnostic-Code: smtp; 550 5.7.1 Unknown user policy'],
    ['the mailbox is full', 'Status: 5.0.0\r\nDiagnostic-Code: smtp; 550 Mailbox m@l.example is full, user not found'],
    ['the server has no room and no codes', 'Status: 5.0.0\r\nDiagnostic-Code: smtp; 552 user unknown or no room'],
    ['the server puts it off', 'Status: 5.0.0\r\nDiagnostic-Code: smtp; 450 user unknown, greylisted'],
    ['the mailbox takes nothing for now', 'Status: 5.2.1\r\nDiagnostic-Code: smtp; 550 5.2.1 Account is inactive'],
    [
      'the account is locked',
      'Status: 5.0.0\r\nDiagnostic-Code: smtp; 550 Учётная запись: ящик m@l.example заблокирован',
    ],
    ['its report names nobody', ''],
  ])('bounced softly when %s', async (_why, fields) => {
    expect(await kindOf(aReport(fields === '' ? '' : `Action: failed\r\n${fields}`))).toBe('bounce_soft');
  });

  it.each([
    ['the mailbox moved', 'Status: 5.1.6'],
    ['its domain takes no mail', 'Status: 5.1.10\r\nDiagnostic-Code: smtp; 556 5.1.10 Recipient domain has null MX'],
    ['the provider has a code of its own for it', 'Status: 5.1.351\r\nDiagnostic-Code: smtp; 550 5.1.351 unavailable'],
    ['only the words say it', 'Status: 5.2.1\r\nDiagnostic-Code: smtp; 550 5.2.1 No such user'],
  ])('bounced hard when %s', async (_why, fields) => {
    expect(await kindOf(aReport(`Action: failed\r\n${fields}`))).toBe('bounce_hard');
  });

  it('bounced hard for the one dead address among several', async () => {
    const report = aReport(
      'Action: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient: rfc822; b@b.example\r\nAction: failed\r\nStatus: 5.1.1',
    );
    expect(await kindOf(report)).toBe('bounce_hard');
  });

  it('bounced also when the report is a plain letter', async () => {
    const body =
      'A message that you sent could not be delivered. This is a permanent error.\n\n  x@l.example\n    550 No such user\n\n------ This is a copy of the message. ------\n\nMessage-ID: <offer-1@vremya.example>\n';
    const headers = {
      From: 'Mail Delivery System <Mailer-Daemon@mx.example>',
      Subject: 'Mail delivery failed: returning message to sender',
      'In-Reply-To': '',
    };
    expect(await kindOf(aMail({ headers, body }))).toBe('bounce_hard');
  });

  it('was delivered when the report says so', async () => {
    expect(await kindOf(aReport('Action: delivered\r\nStatus: 2.0.0'))).toBe('receipt');
  });
});

describe('a machine of the contact', () => {
  it.each([
    ['RFC 3834', { 'Auto-Submitted': 'auto-replied' }],
    ['RFC 3834 with a comment', { 'Auto-Submitted': 'auto-replied (zimbra; vacation)' }],
    ['a ticket system', { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' }],
    ['an old vacation program', { 'X-Autoreply': 'yes' }],
    ['a program that wants no answer', { 'Return-Path': '<>' }],
    ['a program that says so in its precedence', { 'X-Precedence': 'auto_reply' }],
    ['Exchange without Auto-Submitted', { Subject: 'Automatic reply: Offer', 'X-Auto-Response-Suppress': 'All' }],
    [
      'Exchange in Russian',
      { Subject: '=?utf-8?B?0JDQstGC0L7QvNCw0YLQuNGH0LXRgdC60LjQuSDQvtGC0LLQtdGCOiDQo9GH0ZHRgg==?=' },
    ],
  ])('answers automatically: %s', async (_machine, headers) => {
    expect(await kindOf(aMail({ headers }))).toBe('auto_reply');
  });

  it('answers automatically when only its words say so', async () => {
    const body = 'Здравствуйте! Я в отпуске по 18 января и отвечу по возвращении.';
    expect(await kindOf(aMail({ body }))).toBe('auto_reply');
  });

  it('confirms that a letter was opened', async () => {
    const receipt = aMultipart('multipart/report; report-type=disposition-notification', [
      'Content-Type: text/plain\r\n\r\nПрочитано.',
      'Content-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed',
    ]);
    expect(await kindOf(receipt)).toBe('receipt');
  });

  it('invites to a meeting, accepts or cancels one', async () => {
    const invitation = aMultipart('multipart/alternative', [
      'Content-Type: text/plain\r\n\r\nMeeting',
      'Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
    ]);
    expect(await kindOf(invitation)).toBe('calendar');
  });

  it('distributes a list', async () => {
    expect(await kindOf(aMail({ headers: { 'List-Id': '<news.example>' } }))).toBe('list');
    expect(await kindOf(aMail({ headers: { 'List-Unsubscribe': '<mailto:u@x.example>', 'In-Reply-To': '' } }))).toBe(
      'list',
    );
  });
});

describe('a person', () => {
  it.each([
    ['writes from postmaster@', { From: 'postmaster@ladya.example', Subject: 'Re: Offer' }, 'Пришлите презентацию.'],
    [
      'forwards a bounce',
      { Subject: 'Fwd: Undelivered Mail Returned to Sender' },
      'Не доходит!\n\n> This is the mail system. User unknown',
    ],
    [
      'mentions a vacation',
      { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' },
      'Я в отпуске до 20 января, но вопрос срочный: отгрузите завтра.',
    ],
    ['answers an automatic answer', { Subject: 'Re: Automatic reply: Offer' }, 'Я уже вернулся.'],
    ['says that he is not automatic', { 'Auto-Submitted': 'no' }, 'Да.'],
    ['answers through a service that adds an unsubscribe link', { 'List-Unsubscribe': '<mailto:u@x.example>' }, 'Да.'],
  ])('%s', async (_what, headers, body) => {
    expect(await kindOf(aMail({ headers, body }))).toBe('human');
  });

  it('attaches a calendar file', async () => {
    const mail = aMultipart('multipart/mixed', [
      'Content-Type: text/plain\r\n\r\nСм. файл',
      'Content-Type: text/calendar; name=a.ics\r\nContent-Disposition: attachment; filename=a.ics\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
    ]);
    expect(await kindOf(mail)).toBe('human');
  });
});
