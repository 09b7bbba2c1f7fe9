import { ImapFlow } from 'imapflow';
import { describeWithDovecot } from '../../../../test/support/describe-with-dovecot';
import { startDovecot, type Dovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';
/** As a Russian mail client names it; this server marks no folder as that of sent mail. */
const SENT = 'Отправленные';

describeWithDovecot('a mailbox on a real IMAP server', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot({ accounts: [{ address: ANNA, password: PASSWORD }] });
    world = await GatewayWorld.open(database);
    const imap = { host: '127.0.0.1', port: dovecot.imapPort };
    await withClient(async (client) => {
      await client.mailboxCreate(SENT);
    });
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

  it('shows what the operator wrote by hand, wherever a mail client keeps it', async () => {
    await eventually(
      'the first look',
      async () => (await world.db.cursors.findById('anna:sent').lean())?.uidValidity || null,
    );
    await withClient(async (client) => {
      await client.append(
        SENT,
        'From: anna@sales.test\r\nTo: maria@contact.test\r\nMessage-ID: <by-hand@sales.test>\r\n\r\nCall me.\r\n',
      );
    });
    const written = await eventually('the mail', async () => {
      const messages = await world.messages();
      return messages.find(({ kind }) => kind === 'operator') ?? null;
    });
    expect(written).toMatchObject({ messageId: '<by-hand@sales.test>', to: ['maria@contact.test'], text: 'Call me.' });
  });

  async function flagsOfAll(): Promise<string[][]> {
    return withClient(async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      const mails = await client.fetchAll('1:*', { flags: true });
      return mails.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== '\\Recent'));
    });
  }

  async function withClient<T>(use: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user: ANNA, pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port: dovecot.imapPort, secure: false, auth, logger: false });
    await client.connect();
    const result = await use(client);
    client.close();
    return result;
  }
});
