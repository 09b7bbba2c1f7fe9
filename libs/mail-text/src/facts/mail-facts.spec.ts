import { readMail } from '../read-mail';
import { aMail, aMultipart } from '../testing/a-mail';

async function factsIn(raw: Buffer) {
  return (await readMail(raw, { signature: 'strip' })).facts;
}

const FROM_MAIL_SYSTEM = { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail', 'In-Reply-To': '' };

function aReport(fields: string, returned: string): Buffer {
  const parts = [
    'Content-Type: text/plain\r\n\r\nThis is the mail system.',
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n${fields}`,
    `Content-Type: message/rfc822\r\n\r\n${returned}`,
  ];
  return aMultipart('multipart/report; report-type=delivery-status', parts, FROM_MAIL_SYSTEM);
}

describe('the out-of-office note of a contact', () => {
  it('tells when he is back and to whom to write', async () => {
    const body =
      'Здравствуйте! Я в отпуске с 12 по 19 января. Меня замещает Иван: Ivan@ladya.example.\n\n> anna@vremya.example писала';
    expect(await factsIn(aMail({ headers: { 'Auto-Submitted': 'auto-replied' }, body }))).toEqual({
      type: 'absence',
      returnsOn: '2026-01-20',
      substitutes: ['ivan@ladya.example'],
    });
  });

  it('names no substitute when only he and we stand in it', async () => {
    const body = 'I am away. Your mail to anna@vremya.example reached petr@ladya.example.';
    expect(await factsIn(aMail({ headers: { Subject: 'Automatic reply: Offer' }, body }))).toEqual({
      type: 'absence',
      returnsOn: undefined,
      substitutes: [],
    });
  });

  it('may say the day in its subject alone', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied', Subject: 'Out of office until January 20' };
    expect(await factsIn(aMail({ headers, body: 'See subject.' }))).toMatchObject({ returnsOn: '2026-01-20' });
  });

  it('is not read into the receipt of a help desk', async () => {
    const body = 'Ваша заявка принята. Вопросы: help@ladya.example.';
    expect(await factsIn(aMail({ headers: { 'Auto-Submitted': 'auto-replied' }, body }))).toEqual({ type: 'none' });
  });
});

describe('a bounce', () => {
  it('tells which letter did not reach whom, and why', async () => {
    const fields =
      'Original-Recipient: rfc822; Petr@ladya.example\r\nFinal-Recipient: rfc822; box7@host.example\r\nAction: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown';
    expect(await factsIn(aReport(fields, 'Message-ID: <offer-1@vremya.example>\r\n\r\nHello'))).toEqual({
      type: 'bounce',
      severity: 'hard',
      messageId: '<offer-1@vremya.example>',
      status: '5.1.1',
      recipient: 'petr@ladya.example',
    });
  });

  it('names the one of several recipients that failed', async () => {
    const fields =
      'Final-Recipient: rfc822; a@a.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient: rfc822; b@b.example\r\nAction: failed\r\nStatus: 5.2.2';
    expect(await factsIn(aReport(fields, 'Message-ID: <x@y.example>\r\n\r\n'))).toMatchObject({
      severity: 'soft',
      status: '5.2.2',
      recipient: 'b@b.example',
    });
  });

  it('is read from its words when it is no report', async () => {
    const body =
      'Your message could not be delivered to\n  petr@ladya.example\n    550 5.1.1 No such user\n\n------ This is a copy of the message. ------\n\nMessage-ID: <offer-2@vremya.example>\n';
    expect(await factsIn(aMail({ headers: FROM_MAIL_SYSTEM, body }))).toEqual({
      type: 'bounce',
      severity: 'hard',
      messageId: '<offer-2@vremya.example>',
      status: '5.1.1',
      recipient: 'petr@ladya.example',
    });
  });
});

describe('an answer to our invitation', () => {
  const anAnswer = (calendar: string) =>
    aMultipart('multipart/alternative', [
      'Content-Type: text/plain\r\n\r\nOK',
      `Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n${calendar}\r\nEND:VCALENDAR`,
    ]);

  it.each(['accepted', 'declined', 'tentative'] as const)('is %s, for the event it names', async (answer) => {
    const calendar = `METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:demo-1@vrem\r\n ya.example\r\nATTENDEE;CN="Petr; Ilyin";PARTSTAT=${answer.toUpperCase()}:mailto:petr@ladya.example\r\nEND:VEVENT`;
    expect(await factsIn(anAnswer(calendar))).toEqual({ type: 'calendarReply', answer, uid: 'demo-1@vremya.example' });
  });

  it("is the sender's own among those of others", async () => {
    const calendar =
      'METHOD:REPLY\r\nUID:1\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ivan@ladya.example\r\nATTENDEE;PARTSTAT=DECLINED:MAILTO:Petr@ladya.example';
    expect(await factsIn(anAnswer(calendar))).toMatchObject({ answer: 'declined' });
  });

  it('is none when it is an invitation itself, or says neither yes nor no', async () => {
    expect(await factsIn(anAnswer('METHOD:REQUEST\r\nUID:1\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b'))).toEqual({
      type: 'none',
    });
    expect(await factsIn(anAnswer('METHOD:REPLY\r\nUID:1\r\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@b'))).toEqual({
      type: 'none',
    });
  });
});
