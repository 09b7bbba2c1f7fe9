import { ImapFlow } from 'imapflow';
import { once } from 'node:events';
import { describeUnless } from './describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from './dovecot';

const ANNA = { address: 'anna@sales.test', password: 'secret' };

describeUnless(dovecotLacks(), 'a mailbox on a real IMAP server', () => {
  let dovecot: Dovecot;
  let imap: ImapFlow;

  beforeAll(async () => {
    dovecot = await startDovecot({ accounts: [ANNA] });
    imap = new ImapFlow({
      host: '127.0.0.1',
      port: dovecot.imapPort,
      secure: false,
      auth: { user: ANNA.address, pass: ANNA.password },
      logger: false,
    });
    await imap.connect();
  });

  afterAll(async () => {
    imap.close();
    await dovecot.stop();
  });

  it('tells a client in IDLE of a contact who wrote, and gives it the mail', async () => {
    await imap.mailboxOpen('INBOX', { readOnly: true });
    const idling = imap.idle();
    const heard = once(imap, 'exists');

    await dovecot.deliver('Subject: hello\r\n\r\nПривет\r\n', ANNA.address);

    await heard;
    const found = await imap.fetchOne('1', { source: true, envelope: true }, { uid: true });
    expect(found).toMatchObject({ uid: 1, envelope: { subject: 'hello' } });
    await idling;
  });

  it('offers CONDSTORE, and ends a session that is kicked', async () => {
    expect(imap.capabilities.has('CONDSTORE')).toBe(true);
    const closed = once(imap, 'close');
    dovecot.kick(ANNA.address);
    await closed;
  });
});
