import { parseMail } from './parse-mail';
import { aMail, aMultipart } from './testing/a-mail';
import { bouncedMessageId, conversationTokens, replySubject, threadIds } from './threading';

describe('an answer that is filed under its conversation', () => {
  it('is looked for by the letter it answers first, then by older ones', () => {
    expect(threadIds({ inReplyTo: '<c@x>', references: ['<a@x>', '<b@x>', '<c@x>'] })).toEqual([
      '<c@x>',
      '<b@x>',
      '<a@x>',
    ]);
    expect(threadIds({ inReplyTo: undefined, references: [] })).toEqual([]);
  });

  it('is found by the token in the address it was sent to or in its subject', async () => {
    const mail = await parseMail(
      aMail({
        headers: {
          To: 'Sales <Sales+ABCDEFGH23@vremya.example>',
          'Delivered-To': 'sales+zzzzzzzz77@vremya.example',
          Subject: 'Re: Offer [#qwertyui22] [#short]',
        },
      }),
    );
    expect(conversationTokens(mail)).toEqual(['abcdefgh23', 'zzzzzzzz77', 'qwertyui22']);
  });
});

describe('the subject of our answer', () => {
  it.each([
    ['Offer', 'Re: Offer'],
    ['RE: Re[2]: Отв: AW: Offer', 'Re: Offer'],
    ['Re:', 'Re:'],
    ['Re(3): RE^2: Ответ: Offer', 'Re: Offer'],
    ['Re: Fwd: FW: Пересл: Fwd[2]: Re：Offer', 'Re: Offer'],
    ['Report: done', 'Re: Report: done'],
    ['Re', 'Re: Re'],
  ])('has exactly one Re: %s', (subject, expected) => {
    expect(replySubject(subject)).toBe(expected);
  });
});

describe('a bounce', () => {
  it('leads to the letter of ours that it returns', async () => {
    const report = aMultipart('multipart/report; report-type=delivery-status', [
      'Content-Type: message/delivery-status\r\n\r\nAction: failed',
      'Content-Type: message/rfc822\r\n\r\nFrom: anna@vremya.example\r\nMessage-Id: <offer-1@vremya.example>\r\n\r\nHello',
    ]);
    expect(bouncedMessageId(await parseMail(report))).toBe('<offer-1@vremya.example>');
  });

  it('leads to the letter it answers when it returns none', async () => {
    expect(bouncedMessageId(await parseMail(aMail({ body: 'User unknown' })))).toBe('<offer-1@vremya.example>');
  });

  it('leads nowhere when it tells neither', async () => {
    const headers = { 'In-Reply-To': '' };
    expect(bouncedMessageId(await parseMail(aMail({ headers, body: 'User unknown' })))).toBeUndefined();
  });
});
