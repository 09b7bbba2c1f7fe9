import { ImapFlow } from 'imapflow';
import { describeWithDovecot } from '../../../../test/support/describe-with-dovecot';
import { startDovecot, type Dovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';

describeWithDovecot('a mailbox on a real IMAP server', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot({ accounts: [{ address: ANNA, password: PASSWORD }] });
    world = await GatewayWorld.open(database);
    const imap = { host: '127.0.0.1', port: dovecot.imapPort };
    await world.addAccount({ _id: 'anna', address: ANNA, smtp: { host: '127.0.0.1', port: 1 }, imap });
    await world.startGateway();
    await eventually('the first look', async () => (await cursor())?.uidValidity || null);
  });

  afterAll(async () => {
    await world.close();
    await dovecot.stop();
  });

  const cursor = () => world.db.cursors.findById('anna').lean();

  async function write(id: number): Promise<void> {
    await dovecot.deliver(
      `From: maria@contact.test\r\nMessage-ID: <${String(id)}@contact.test>\r\n\r\nhello\r\n`,
      ANNA,
    );
  }

  it('gives what a contact writes, and leaves it unread', async () => {
    await write(1);
    await eventually('the mail', async () => (await cursor())?.lastUid === 1 || null);
    expect(await flagsOfAll()).toEqual([[]]);
  });

  it('is connected to again after the server ended the session, and nothing is missed', async () => {
    dovecot.kick(ANNA);
    await write(2);
    await write(3);
    await eventually('the mails', async () => (await cursor())?.lastUid === 3 || null);
    const stored = (await world.messages()).map(({ messageId }) => messageId);
    expect(stored).toEqual(['<1@contact.test>', '<2@contact.test>', '<3@contact.test>']);
  });

  async function flagsOfAll(): Promise<string[][]> {
    const auth = { user: ANNA, pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port: dovecot.imapPort, secure: false, auth, logger: false });
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
    const mails = await client.fetchAll('1:*', { flags: true });
    client.close();
    return mails.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== '\\Recent'));
  }
});
