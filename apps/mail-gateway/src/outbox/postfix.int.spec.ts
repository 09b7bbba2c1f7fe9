import { describeUnless } from '../../../../test/support/describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { postfixLacks, startPostfix, type Postfix } from '../../../../test/support/postfix';
import { testDatabase } from '../../../../test/support/test-database';
import { ImapFlow } from 'imapflow';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const SALES = 'sales@sales.test';
const CONTACT = 'anna@contact.test';
/** Postfix knows the address; the mailbox behind it is gone. */
const GONE = 'gone@contact.test';

describeUnless(postfixLacks() ?? dovecotLacks(), 'a letter that leaves through Postfix', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;
  let postfix: Postfix;

  beforeAll(async () => {
    dovecot = await startDovecot({ accounts: [SALES, CONTACT].map((address) => ({ address, password: PASSWORD })) });
    postfix = await startPostfix({
      lmtpPort: dovecot.lmtpPort,
      domains: ['sales.test', 'contact.test'],
      recipients: [SALES, CONTACT, GONE],
    });
    world = await GatewayWorld.open(database);
    await world.addAccount({
      _id: 'sales',
      address: SALES,
      smtp: { host: '127.0.0.1', port: postfix.smtpPort },
      imap: { host: '127.0.0.1', port: dovecot.imapPort },
    });
    await world.startGateway();
  }, 60_000);

  afterAll(async () => {
    await world.close();
    await Promise.all([postfix.stop(), dovecot.stop()]);
  });

  function settled(id: string) {
    return eventually('the settlement', async () => {
      const letter = await world.letter(id);
      return letter.status === 'settled' ? letter : null;
    });
  }

  it('arrives once, as it was written', async () => {
    const { _id, messageId, subject } = await world.queue({ to: CONTACT });

    expect(await settled(_id)).toMatchObject({ outcome: 'sent', attempts: [{ code: 250, phase: 'content' }] });
    const arrived = await eventually('the mail', async () => {
      const mails = await inboxOf(CONTACT);
      return mails.length > 0 ? mails : null;
    });
    expect(arrived).toEqual([{ messageId, subject }]);
  });

  it('is rejected for its address at RCPT when there is no such recipient', async () => {
    const { _id } = await world.queue({ to: 'nobody@contact.test' });

    expect(await settled(_id)).toMatchObject({
      outcome: 'rejected',
      rejectedFor: 'address',
      attempts: [{ code: 550, phase: 'rcpt', said: expect.stringContaining('5.1.1') }],
    });
  });

  it('comes back when its mailbox is gone, and is known for that letter’s bounce', async () => {
    const { _id, messageId } = await world.queue({ to: GONE });

    expect(await settled(_id)).toMatchObject({ outcome: 'sent' });
    const bounce = await eventually(
      'the bounce',
      async () => (await world.messages()).find(({ kind }) => kind === 'bounce_hard') ?? null,
      20_000,
    );
    expect(bounce.threadIds).toContain(messageId);
    expect(bounce.facts).toMatchObject({ type: 'bounce', letter: messageId });
  }, 40_000);

  async function inboxOf(user: string) {
    const auth = { user, pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port: dovecot.imapPort, secure: false, auth, logger: false });
    await client.connect();
    try {
      const { exists } = await client.mailboxOpen('INBOX', { readOnly: true });
      const mails = exists === 0 ? [] : await client.fetchAll('1:*', { envelope: true });
      return mails.map(({ envelope }) => ({ messageId: envelope?.messageId, subject: envelope?.subject }));
    } finally {
      client.close();
    }
  }
});
