import MailComposer from 'nodemailer/lib/mail-composer';
import { simpleParser } from 'mailparser';
import { aLetter } from '@app/persistence/testing/documents';
import { composeMail, type MailFacts } from './compose-mail';

const FACTS: MailFacts = {
  account: { address: 'anna@sales.test', plusAddressing: false },
  date: new Date('2026-11-02T09:00:00Z'),
  contents: [],
};

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

  it('asks for answers to an address with the token, where the account has such addresses', async () => {
    const mail = await mailOf(
      { token: 'abcdefghij' },
      { account: { address: 'anna@sales.test', plusAddressing: true } },
    );
    expect(mail.replyTo?.text).toBe('anna+abcdefghij@sales.test');
    expect((await mailOf({})).replyTo).toBeUndefined();
  });

  it.each([['answer'], ['presentation'], ['demo-access'], ['postpone-agreed'], ['stop-confirmed']] as const)(
    'says that no person wrote it when it is the letter "%s"',
    async (letter) => {
      expect((await mailOf({ letters: [letter] })).headers.get('auto-submitted')).toBe('auto-replied');
    },
  );

  it.each([['opening'], ['referral-opening'], ['reminder'], ['demo-follow-up'], ['operator-reply']] as const)(
    'does not say so when it is the letter "%s"',
    async (letter) => {
      expect((await mailOf({ letters: [letter] })).headers.has('auto-submitted')).toBe(false);
    },
  );
});
