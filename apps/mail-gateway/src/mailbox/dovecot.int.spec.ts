import { ImapFlow } from 'imapflow';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { describeUnless } from '../../../../test/support/describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { openImapWire, type ImapWire, type Meddling } from '../../../../test/support/imap-wire';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';
/** As a Russian mail client names it; this server marks no folder as that of sent mail. */
const SENT = 'Отправленные';

describeUnless(dovecotLacks(), 'a mailbox on a real IMAP server', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;
  let wire: ImapWire;

  beforeAll(async () => {
    dovecot = await startDovecot({ accounts: [{ address: ANNA, password: PASSWORD }] });
    world = await GatewayWorld.open(database);
    wire = await openImapWire(dovecot.imapPort);
    const imap = { host: '127.0.0.1', port: wire.port };
    await withClient(async (client) => {
      await client.mailboxCreate(SENT);
    });
    await world.addAccount({ _id: 'anna', address: ANNA, smtp: { host: '127.0.0.1', port: 1 }, imap });
    await world.startGateway();
    await world.firstLook('anna');
  });

  afterAll(async () => {
    await world.close();
    await wire.stop();
    await dovecot.stop();
  });

  const cursor = () => world.db.cursors.findById('anna').lean();
  const sentCursor = () => world.db.cursors.findById('anna:sent').lean();

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
    await world.firstLook('anna:sent');
    await keepSent('by-hand');
    const written = await eventually('the mail', async () => (await sentBy('by-hand')) ?? null);
    expect(written).toMatchObject({ kind: 'operator', to: ['maria@contact.test'], text: 'Call me.' });
  });

  it('is read on while another client expunges what is being read', async () => {
    const before = (await cursor())?.lastUid ?? 0;
    let isExpunged = false;
    wire.meddle(async (command): Promise<Meddling> => {
      if (!isExpunged && command.includes('BODY.PEEK[]')) {
        isExpunged = true;
        await expunge(before + 2);
      }
      return 'pass';
    });
    wire.cut();
    for (const id of [11, 12, 13]) await write(id);
    await eventually('the mails', async () => (await cursor())?.lastUid === before + 3 || null, 15_000);
    wire.meddle(() => 'pass');
    const stored = (await world.messages()).map(({ messageId, unreadable }) => unreadable ?? messageId);
    expect(stored).toEqual(expect.arrayContaining(['<11@contact.test>', '<13@contact.test>']));
    expect(stored).not.toContain('<12@contact.test>');
  });

  it('is followed in its folder of sent mail though another client renames that, and makes it anew', async () => {
    const validity = (await sentCursor())?.uidValidity;
    await withClient(async (client) => {
      await client.mailboxRename(SENT, 'Архив');
      await client.mailboxCreate(SENT);
    });
    await eventually('the other folder', async () => (await sentCursor())?.uidValidity !== validity || null, 35_000);
    await keepSent('anew');
    await eventually('the mail', async () => (await sentBy('anew')) ?? null);
  }, 60_000);

  it('is read again where its UIDs are given anew under another UIDVALIDITY', async () => {
    const validity = (await cursor())?.uidValidity;
    const stored = (await world.messages()).length;
    await dovecot.forgetUids(ANNA);
    await write(21);
    dovecot.kick(ANNA);
    await eventually('the mail', async () => (await cursor())?.uidValidity !== validity || null);
    expect((await world.messages()).length).toBe(stored + 1);
  });

  async function keepSent(id: string): Promise<void> {
    const mail = `From: anna@sales.test\r\nTo: maria@contact.test\r\nMessage-ID: <${id}@sales.test>\r\n\r\nCall me.\r\n`;
    await withClient(async (client) => {
      await client.append(SENT, mail);
    });
  }

  async function sentBy(id: string): Promise<InboundMessage | undefined> {
    return (await world.messages()).find(({ messageId }) => messageId === `<${id}@sales.test>`);
  }

  async function expunge(uid: number): Promise<void> {
    await withClient(async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageDelete(String(uid), { uid: true });
    });
  }

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
