import hoodiecrow from 'hoodiecrow-imap';
import { listenOnLoopback } from '@app/peers/system/listening-server';
import { describeUnless } from '../../../../test/support/describe-unless';
import { dovecotLacks, startDovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { openImapWire, type ImapWire } from '../../../../test/support/imap-wire';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';
const HALF_A_MINUTE = 30_000;

/** A server in this spec, and how a contact's mail gets into its INBOX. */
interface PlainServer {
  readonly imapPort: number;
  deliver(raw: string): Promise<void> | void;
  stop(): Promise<void>;
}

describe('a mailbox on a server that knows no extension of IMAP at all', () => {
  isReadOn(startHoodiecrow);
});

describeUnless(dovecotLacks(), 'a mailbox on a real server without IDLE, CONDSTORE and UIDPLUS', () => {
  isReadOn(startReducedDovecot);
});

function isReadOn(start: () => Promise<PlainServer>): void {
  const database = testDatabase();
  let world: GatewayWorld;
  let server: PlainServer;
  let wire: ImapWire;

  beforeAll(async () => {
    server = await start();
    wire = await openImapWire(server.imapPort);
    world = await GatewayWorld.open(database);
    const imap = { host: '127.0.0.1', port: wire.port };
    await world.addAccount({ _id: 'anna', address: ANNA, smtp: { host: '127.0.0.1', port: 1 }, imap });
    await world.startGateway();
    await world.firstLook('anna');
  });

  afterAll(async () => {
    await world.close();
    await wire.stop();
    await server.stop();
  });

  it(
    'is asked every few seconds whether something came, and each mail is given once',
    async () => {
      for (const id of [1, 2, 3]) {
        await server.deliver(`From: maria@contact.test\r\nMessage-ID: <${String(id)}@x>\r\n\r\nhello\r\n`);
        await eventually('the mail', async () => (await world.messages()).length === id || null, 8_000);
      }
      expect((await world.messages()).map(({ messageId }) => messageId)).toEqual(['<1@x>', '<2@x>', '<3@x>']);
      const commands = wire.commands().map((command) => command.split(' ')[0]);
      expect(commands).toContain('NOOP');
      expect(commands.filter((command) => command === 'NOOP').length).toBeLessThan(20);
      expect(commands).not.toContain('IDLE');
      expect(wire.commands().join()).not.toMatch(/CONDSTORE|MODSEQ|EXPUNGE/);
    },
    HALF_A_MINUTE,
  );
}

async function startHoodiecrow(): Promise<PlainServer> {
  const imap = hoodiecrow({
    plugins: [],
    users: { [ANNA]: { password: PASSWORD } },
    storage: { INBOX: { uidvalidity: 1 }, '': { separator: '/', type: 'personal', folders: {} } },
  });
  const { port, stop } = await listenOnLoopback(imap.server);
  return {
    imapPort: port,
    deliver(raw) {
      imap.appendMessage('INBOX', [], new Date(), raw);
    },
    stop,
  };
}

async function startReducedDovecot(): Promise<PlainServer> {
  const dovecot = await startDovecot({ accounts: [{ address: ANNA, password: PASSWORD }], capability: 'IMAP4rev1' });
  return {
    imapPort: dovecot.imapPort,
    deliver: (raw) => dovecot.deliver(raw, ANNA),
    stop: () => dovecot.stop(),
  };
}
