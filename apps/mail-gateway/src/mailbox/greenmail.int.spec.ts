import { describeUnless } from '../../../../test/support/describe-unless';
import { eventually } from '../../../../test/support/eventually';
import { greenMailLacks, startGreenMail, type GreenMail } from '../../../../test/support/greenmail';
import { openImapWire, type ImapWire } from '../../../../test/support/imap-wire';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const NAMES = ['anna', 'boris', 'clara', 'dmitri', 'elena', 'fyodor'];

describeUnless(greenMailLacks(), 'six mailboxes on a server of another make', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let greenMail: GreenMail;
  let wire: ImapWire;

  beforeAll(async () => {
    greenMail = await startGreenMail({
      accounts: NAMES.map((name) => ({ address: addressOf(name), password: PASSWORD })),
    });
    wire = await openImapWire(greenMail.imapPort);
    world = await GatewayWorld.open(database);
    for (const name of NAMES) {
      const imap = { host: '127.0.0.1', port: wire.port };
      await world.addAccount({ _id: name, address: addressOf(name), smtp: { host: '127.0.0.1', port: 1 }, imap });
    }
    await world.startGateway();
    await eventually(
      'the first look at each',
      async () =>
        (await world.db.cursors.countDocuments({ _id: { $in: NAMES }, uidValidity: { $ne: '' } })) === 6 || null,
      30_000,
    );
  }, 60_000);

  afterAll(async () => {
    await world.close();
    await wire.stop();
    await greenMail.stop();
  });

  it('are all listened to at once: each hears of its mail by itself', async () => {
    await eventually('IDLE in each', () => Promise.resolve(idling() >= NAMES.length || null));
    const asked = wire.commands().filter((command) => command.includes('BODY')).length;
    expect(asked).toBe(0);
    await Promise.all(NAMES.map((name) => greenMail.deliver(aMail(name, 1), addressOf(name))));
    await eventually('every mail', async () => (await stored()).length === 6 || null);
    expect((await stored()).toSorted()).toEqual(NAMES.map((name) => `<${name}-1@contact.test>`));
  });

  it('are all connected to again after the server let go of all, and nothing is missed', async () => {
    wire.cut();
    await Promise.all(NAMES.map((name) => greenMail.deliver(aMail(name, 2), addressOf(name))));
    await eventually('every mail', async () => (await stored()).length === 12 || null);
  });

  const stored = async (): Promise<string[]> => (await world.messages()).map(({ messageId }) => messageId);
  const idling = (): number => wire.commands().filter((command) => command === 'IDLE').length;
});

function addressOf(name: string): string {
  return `${name}@sales.test`;
}

function aMail(name: string, id: number): string {
  return `From: maria@contact.test\r\nTo: ${addressOf(name)}\r\nMessage-ID: <${name}-${String(id)}@contact.test>\r\n\r\nhello\r\n`;
}
