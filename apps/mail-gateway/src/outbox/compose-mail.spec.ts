import MailComposer from 'nodemailer/lib/mail-composer';
import { simpleParser } from 'mailparser';
import { aLetter } from '@app/persistence/testing/documents';
import { composeMail, type MailFacts } from './compose-mail';

const FACTS: MailFacts = {
  account: { address: 'anna@sales.test', plusAddressing: false },
  date: new Date('2026-11-02T09:00:00Z'),
  contents: [],
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
