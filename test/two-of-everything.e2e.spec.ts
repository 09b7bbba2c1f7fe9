import MailComposer from 'nodemailer/lib/mail-composer';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { eventually } from './support/eventually';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';
import { testDatabase } from './support/test-database';

const CONTACTS = 30;
const SALES = 'sales@seller.test';

const database = testDatabase();
let mail: EmbeddedMail;
let world: SalesWorld;

beforeAll(async () => {
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  world = await SalesWorld.open(database, { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) });
  await Promise.all([
    world.startProcess('sales-brain'),
    world.startProcess('sales-brain'),
    world.startProcess('mail-gateway'),
    world.startProcess('mail-gateway'),
  ]);
  await eventually('a gateway to read the mailbox', () =>
    world.db.cursors.findOne({ uidValidity: { $ne: '' } }).lean(),
  );
}, 60_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
});

describe('two brains and two gateways at once', () => {
  it('write each contact one opening and one answer, over real SMTP and IMAP', async () => {
    const contacts = Array.from({ length: CONTACTS }, (_, n) => `contact-${String(n)}@example.com`);
    await Promise.all(contacts.map((address) => world.addContact(address)));
    await Promise.all(contacts.map((address) => mail.waitForMail(({ to }) => to.includes(address), 20_000)));
    await Promise.all(contacts.map((address) => world.waitsForReply(address)));

    for (const address of contacts) mail.deliver(SALES, await replyFrom(address));
    await Promise.all(
      contacts.map((address) => mail.waitForMail(({ to, raw }) => to.includes(address) && isAnswer(raw), 30_000)),
    );
    await Promise.all(contacts.map((address) => world.waitsForReply(address)));

    const delivered = contacts.map((address) => mail.acceptedBySmtp().filter(({ to }) => to.includes(address)).length);
    expect(delivered).toEqual(contacts.map(() => 2));
    const read = await world.db.messages.find({}, { text: 1 }).lean();
    expect(new Set(read.map(({ text }) => text))).toEqual(new Set(['Пришлите, пожалуйста, презентацию']));
  }, 90_000);

  it('both had their share, and the safety sweep found nothing', async () => {
    const instances = await world.db.instances.find().lean();
    expect(instances.map(({ service }) => service).sort()).toEqual([
      'mail-gateway',
      'mail-gateway',
      'sales-brain',
      'sales-brain',
    ]);
    expect(instances.map(({ sweepFinds }) => sweepFinds)).toEqual([0, 0, 0, 0]);
    const senders = await world.db.outbox.distinct('leasedBy');
    expect(new Set(senders.map((leasedBy) => leasedBy.split(':')[0])).size).toBe(2);
  });
});

/** A reply as Gmail writes it: own words, then the quoted opening. */
async function replyFrom(address: string): Promise<Buffer> {
  const [opening] = mail.acceptedBySmtp().filter(({ to }) => to.includes(address));
  const messageId = /^message-id: *(<[^>]+>)/im.exec(opening?.raw.toString() ?? '')?.[1] ?? '';
  return new MailComposer({
    from: address,
    to: SALES,
    subject: 'Re: Отзывы',
    inReplyTo: messageId,
    references: messageId,
    text: [
      'Пришлите, пожалуйста, презентацию',
      '',
      `пн, 23 нояб. 2026 г. в 10:00, Команда <${SALES}>:`,
      '',
      '> Здравствуйте!',
      '> Не хотите посмотреть демо? Если не интересно, ответьте «стоп».',
    ].join('\n'),
  })
    .compile()
    .build();
}

function isAnswer(raw: Buffer): boolean {
  return /^in-reply-to:/im.test(raw.toString());
}
