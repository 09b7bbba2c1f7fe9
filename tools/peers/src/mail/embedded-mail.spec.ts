import { ImapFlow } from 'imapflow';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { eventually } from '../../../../test/support/eventually';
import { startEmbeddedMail, type EmbeddedMail } from './embedded-mail';

const HALF_AN_HOUR = 30 * 60 * 1000;
const ANNA = { address: 'anna@sales.test', password: 'secret' };

describe('the embedded mail server', () => {
  let mail: EmbeddedMail;
  let imap: ImapFlow;

  beforeEach(async () => {
    mail = await startEmbeddedMail({ accounts: [ANNA] });
    imap = await connectTo(mail);
  });

  afterEach(async () => {
    await imap.logout();
    await mail.stop();
  });

  it('keeps what we send to the outside world, with its envelope', async () => {
    await sendAs(ANNA.password, mail.smtpPort, 'boris@client.test');

    const sent = await mail.waitForMail((one) => one.to.includes('boris@client.test'), 1_000);

    expect(sent.from).toBe(ANNA.address);
    expect(sent.raw.toString()).toContain('Subject: Hello');
    expect(mail.acceptedBySmtp()).toHaveLength(1);
  });

  it('puts what is sent to a hosted address into its INBOX', async () => {
    await imap.mailboxOpen('INBOX', { readOnly: true });
    const idling = imap.idle();
    const heard = once(imap, 'exists');

    await sendAs(ANNA.password, mail.smtpPort, 'Anna@sales.test');

    await heard;
    expect(await subjectsFrom(imap, 1)).toEqual(['Hello']);
    await idling;
  });

  it('refuses to send for somebody with a wrong password', async () => {
    await expect(sendAs('wrong', mail.smtpPort, 'boris@client.test')).rejects.toMatchObject({ responseCode: 535 });
    expect(mail.acceptedBySmtp()).toEqual([]);
  });

  it('tells a client in IDLE of a contact who wrote, byte for byte', async () => {
    await imap.mailboxOpen('INBOX', { readOnly: true });
    const idling = imap.idle();
    const heard = once(imap, 'exists');
    const raw = Buffer.from(
      'Subject: =?utf-8?B?0J/RgNC40LLQtdGC?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nДа, пишите.\r\n',
    );

    mail.deliver(ANNA.address, raw);

    await heard;
    const found = await imap.fetchOne('1', { uid: true, source: true }, { uid: true });
    expect(found).toMatchObject({ uid: 1, source: raw });
    await idling;
  });

  it('shows a client what was sent from the mailbox, apart from what came in', async () => {
    const folders = await imap.list();
    const sent = folders.find(
      ({ specialUse, specialUseSource }) => specialUse === '\\Sent' && specialUseSource === 'extension',
    );
    await imap.mailboxOpen(sent?.path ?? '', { readOnly: true });
    const idling = imap.idle();
    const heard = once(imap, 'exists');

    mail.keepSent(ANNA.address, 'Subject: by hand\r\n\r\none\r\n');
    mail.deliver(ANNA.address, 'Subject: came in\r\n\r\ntwo\r\n');

    await heard;
    expect(await subjectsFrom(imap, 1)).toEqual(['by hand']);
    await idling;
  });

  it('lets a client read on from the UID it knows, and search by day', async () => {
    mail.deliver(ANNA.address, 'Subject: first\r\n\r\none\r\n');
    mail.deliver(ANNA.address, 'Subject: second\r\n\r\ntwo\r\n');
    mail.deliver(ANNA.address, 'Subject: third\r\n\r\nthree\r\n');
    const opened = await imap.mailboxOpen('INBOX', { readOnly: true });

    expect(opened).toMatchObject({ readOnly: true, exists: 3, uidNext: 4 });
    expect(await subjectsFrom(imap, 2)).toEqual(['second', 'third']);
    expect(await imap.search({ since: new Date() }, { uid: true })).toEqual([1, 2, 3]);
    expect(await imap.search({ since: new Date(Date.now() + 172_800_000) }, { uid: true })).toEqual([]);
  });
});

describe('an embedded mail server that has stopped', () => {
  it('keeps no process awake, not even where a client was in IDLE', async () => {
    const mail = await startEmbeddedMail({ accounts: [ANNA] });
    const imap = await connectTo(mail);
    await imap.mailboxOpen('INBOX', { readOnly: true });
    const begun = jest.spyOn(globalThis, 'setTimeout');
    const ended = jest.spyOn(globalThis, 'clearTimeout');
    const idling = imap.idle();
    const timer = await eventually('the IDLE to begin', () =>
      Promise.resolve(begun.mock.results[begun.mock.calls.findIndex(([, ms]) => ms === HALF_AN_HOUR)]?.value ?? null),
    );

    await mail.stop();

    await idling;
    await eventually('the timer of the IDLE to be cleared', () =>
      Promise.resolve(ended.mock.calls.some(([cleared]) => cleared === timer) || null),
    );
  });
});

async function connectTo(mail: EmbeddedMail): Promise<ImapFlow> {
  const imap = new ImapFlow({
    host: '127.0.0.1',
    port: mail.imapPortOf(ANNA.address),
    secure: false,
    auth: { user: ANNA.address, pass: ANNA.password },
    logger: false,
  });
  await imap.connect();
  return imap;
}

async function sendAs(password: string, port: number, to: string): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user: ANNA.address, pass: password },
  });
  await transport.sendMail({ from: ANNA.address, to, subject: 'Hello', text: 'Hello' });
}

async function subjectsFrom(imap: ImapFlow, uid: number): Promise<unknown[]> {
  const messages = await imap.fetchAll(`${uid}:*`, { envelope: true, source: true }, { uid: true });
  return messages.map((message) => message.envelope?.subject);
}
