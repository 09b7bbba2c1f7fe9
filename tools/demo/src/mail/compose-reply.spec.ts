import MailComposer from 'nodemailer/lib/mail-composer';
import type { Language } from '@app/domain/language';
import { parseMail } from '@app/mail-text/parse-mail';
import { readMail, type MailReading } from '@app/mail-text/read-mail';
import { composeReply } from './compose-reply';

const LETTER = [
  'From: "Команда «Отзывы»" <sales@otzyvy.example>',
  'To: anna@dom.example',
  'Subject: =?utf-8?B?0J7RgtC30YvQstGL?= [#abcdefghij]',
  'Message-ID: <second@otzyvy.example>',
  'References: <first@otzyvy.example>',
  'Date: Mon, 23 Nov 2026 07:00:00 +0000',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Здравствуйте, Анна!',
  '',
  'Ответьте «стоп» <и> мы больше не напишем.',
  '',
].join('\r\n');

describe('a reply of the person who plays the contact', () => {
  it.each(['ru', 'en'] as const)(
    'hangs on to the thread, as a mail program of language %s would do it',
    async (language) => {
      const reply = await replyWith('Пришлите презентацию.', language);
      expect(reply).toMatchObject({
        from: { address: 'anna@dom.example', name: 'Анна' },
        to: [{ address: 'sales@otzyvy.example' }],
        subject: 'Re: Отзывы [#abcdefghij]',
        inReplyTo: '<second@otzyvy.example>',
        references: ['<first@otzyvy.example>', '<second@otzyvy.example>'],
        messageId: '<reply@dom.example>',
        kind: 'human',
      });
    },
  );

  it.each(['ru', 'en'] as const)('is read without the letter it quotes, in language %s', async (language) => {
    const reply = await replyWith('Пришлите презентацию.\nИ расскажите о цене <всё>.', language);
    expect(reply.text).toBe('Пришлите презентацию.\nИ расскажите о цене <всё>.');
    expect(reply.quotedText).toContain('Ответьте «стоп» <и> мы больше не напишем.');
  });
});

async function replyWith(words: string, language: Language): Promise<MailReading> {
  const options = composeReply({
    to: await parseMail(Buffer.from(LETTER)),
    from: { name: 'Анна', address: 'anna@dom.example' },
    words,
    messageId: '<reply@dom.example>',
    date: new Date('2026-11-23T08:00:00Z'),
    timeZone: 'Europe/Moscow',
    language,
  });
  return readMail(await new MailComposer(options).compile().build(), { signature: 'strip' });
}
