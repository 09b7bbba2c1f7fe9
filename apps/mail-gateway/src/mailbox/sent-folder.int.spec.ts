import { ImapFlow } from 'imapflow';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { testDatabase } from '../../../../test/support/test-database';
import { eventually } from '../../../../test/support/eventually';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

function byHand(id: string): string {
  return [
    'From: Anna <anna@sales.test>',
    'To: Maria <maria@contact.test>',
    'Subject: Re: hello',
    `Message-ID: <${id}@sales.test>`,
    'In-Reply-To: <question@contact.test>',
    '',
    'Maria, let me call you myself.',
    '',
  ].join('\r\n');
}

describe('the folder of sent mail', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let mail: EmbeddedMail;
  let accounts = 0;
  let address: string;
  let accountId: string;

  beforeAll(async () => {
    world = await GatewayWorld.open(database);
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    accounts += 1;
    address = `anna${String(accounts)}@sales.test`;
    mail = await startEmbeddedMail({ accounts: [{ address, password: PASSWORD }] });
    await addAccount(mail.imapPortOf(address));
  });

  afterEach(async () => {
    await world.stopGateways();
    await mail.stop();
    await world.db.accounts.deleteMany({});
    await world.db.messages.deleteMany({});
  });

  async function addAccount(imapPort: number): Promise<void> {
    const [smtp, imap] = [mail.smtpPort, imapPort].map((port) => ({ host: '127.0.0.1', port }));
    if (!smtp || !imap) throw new Error('no servers');
    accountId = (await world.addAccount({ address, smtp, imap }))._id;
  }

  async function passed(uid: number): Promise<void> {
    await eventually(
      'the cursor',
      async () => (await world.db.cursors.findById(`${accountId}:sent`).lean())?.lastUid === uid || null,
    );
  }

  async function stored(): Promise<string[]> {
    return (await world.messages()).map(({ messageId }) => messageId);
  }

  it('shows what the operator wrote by hand, to whom and in which thread', async () => {
    await world.startGateway();
    await world.firstLook(`${accountId}:sent`);
    mail.keepSent(address, byHand('1'));
    await passed(1);
    expect(await world.messages()).toMatchObject([
      {
        kind: 'operator',
        accountId,
        to: ['maria@contact.test'],
        threadIds: ['<question@contact.test>'],
        text: 'Maria, let me call you myself.',
        state: 'new',
      },
    ]);
  });

  it('holds our own letters too, and these are not taken for the operator’s', async () => {
    await world.startGateway();
    await world.firstLook(`${accountId}:sent`);
    const letter = await world.queue({ accountId });
    const { raw } = await mail.waitForMail(({ to }) => to.includes(letter.to), 5_000);
    mail.keepSent(address, raw);
    mail.keepSent(address, byHand('1'));
    await passed(2);
    expect(await stored()).toEqual(['<1@sales.test>']);
  });

  it('holds our own letters even where the server gave them another Message-ID', async () => {
    await world.startGateway();
    await world.firstLook(`${accountId}:sent`);
    const letter = await world.queue({ accountId });
    await mail.waitForMail(({ to }) => to.includes(letter.to), 5_000);
    mail.keepSent(address, `X-Microsoft-Original-Message-ID: ${letter.messageId}\r\n${byHand('given')}`);
    await passed(1);
    expect(await stored()).toEqual([]);
  });

  it('is not read back: what was written before the first look is old', async () => {
    mail.keepSent(address, byHand('old'));
    await world.startGateway();
    await world.firstLook(`${accountId}:sent`);
    mail.keepSent(address, byHand('new'));
    await passed(2);
    expect(await stored()).toEqual(['<new@sales.test>']);
  });

  it('shows what was written while no gateway ran, and leaves no mark on it', async () => {
    const gateway = await world.startGateway();
    await world.firstLook(`${accountId}:sent`);
    await world.stopGateway(gateway);
    mail.keepSent(address, byHand('1'));
    await world.startGateway();
    await passed(1);
    expect(await stored()).toEqual(['<1@sales.test>']);
    expect(await flagsInSent()).toEqual([[]]);
  });

  it('is read by whoever reads the INBOX, and by the other as soon as that one stops', async () => {
    const gateways = [await world.startGateway(), await world.startGateway()];
    await world.firstLook(`${accountId}:sent`);
    const holder = (await world.db.cursors.findById(accountId).lean())?.heldBy;
    const [reads] = gateways.filter((gateway) => world.identityOf(gateway) === holder);
    if (!reads) throw new Error('nobody reads');
    await world.stopGateway(reads);
    mail.keepSent(address, byHand('1'));
    await passed(1);
    expect(await stored()).toEqual(['<1@sales.test>']);
  });

  it('is done without where the server allows one connection only', async () => {
    const narrow = await allowOneConnection(mail.imapPortOf(address));
    await world.db.accounts.deleteMany({});
    await addAccount((narrow.address() as AddressInfo).port);
    await world.startGateway();
    await world.firstLook(accountId);
    for (const id of ['1', '2']) {
      mail.deliver(address, `From: maria@contact.test\r\nMessage-ID: <${id}@contact.test>\r\n\r\nhello\r\n`);
      await eventually('the mail', async () => ((await stored()).includes(`<${id}@contact.test>`) ? true : null));
    }
    expect((await world.db.cursors.findById(`${accountId}:sent`).lean())?.uidValidity).toBe('');
    await world.stopGateways();
    narrow.close();
  });

  async function flagsInSent(): Promise<string[][]> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: mail.imapPortOf(address),
      secure: false,
      auth: { user: address, pass: PASSWORD },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('Sent', { readOnly: true });
    const mails = await client.fetchAll('1:*', { flags: true });
    client.close();
    return mails.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== '\\Recent'));
  }
});

/** A way to a server for one client at a time; whoever else comes is turned away. */
async function allowOneConnection(port: number): Promise<Server> {
  let taken = false;
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (taken) {
      client.end('* BYE too many connections\r\n');
      return;
    }
    taken = true;
    const behind = connect(port, '127.0.0.1');
    behind.on('error', () => client.destroy());
    client.on('close', () => {
      taken = false;
      behind.destroy();
    });
    client.pipe(behind).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
